using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.VerifyStore;

/// <summary>Whether every dossier says what its page of the ledger says, rests on articles that are stored, and has told of all that moved, once.</summary>
internal sealed class LedgerCheck(DossierStore dossiers, LedgerWriter writer)
{
    /// <summary>Checks one page with its dossiers.</summary>
    public async IAsyncEnumerable<Finding> CheckAsync(
        LedgerPage page, StoreSurvey survey, KnownAgreements known, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var dossier in PageDossiers.Of(page, PageFold.Of(page, known)))
        {
            var stored = await dossiers.ReadSoundAsync(dossier.Id, cancellation);
            if (stored is null || Written(stored) != Written(dossier))
                yield return new(
                    $"agreement {dossier.Id}",
                    stored is null ? "is on its page of the ledger and not stored" : "says other than its page of the ledger does today",
                    "written anew from its page",
                    stop => dossiers.UpdateAsync(dossier.Id, _ => dossier, stop));
            foreach (var article in dossier.Entries.Select(entry => entry.Article).Distinct(StringComparer.Ordinal).Where(article => !survey.Holds(article)))
                yield return new($"agreement {dossier.Id}", $"rests on article {article}, which is not stored");
        }

        foreach (var noticed in page.Developments.GroupBy(noticed => noticed.Development.Id, StringComparer.Ordinal))
        {
            if (noticed.Skip(1).Any())
                yield return new($"development {noticed.Key}", "stands in the ledger more than once");
            if (noticed.First().SentAt is null && survey.Idle.Contains(Pipeline.TrackAgreement))
                yield return new($"development {noticed.Key}", "was noticed and is told to nobody", "its message, sent again", stop
                    => writer.ChangeAsync(page.Key, same => same, known, filedBy: null, stop));
        }
    }

    private static string Written(Dossier dossier) => JsonSerializer.Serialize(dossier, LedgerJson.Default.Dossier);
}
