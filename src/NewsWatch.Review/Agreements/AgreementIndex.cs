using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>The ledger as a list.</summary>
internal sealed class AgreementIndex(DossierStore dossiers)
{
    /// <summary>Agreements of which something stands, the one reported on last first.</summary>
    public async Task<IReadOnlyList<AgreementRow>> ReadAsync(CancellationToken cancellation)
    {
        var rows = new List<AgreementRow>();
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            if (AgreementRow.Of(dossier) is { } row)
                rows.Add(row);
        return [.. rows.OrderByDescending(row => row.Reported).ThenByDescending(row => row.Since).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }
}
