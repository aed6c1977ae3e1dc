using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>One agreement in the list.</summary>
/// <param name="Id">Id of its dossier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">Codes of the parties.</param>
/// <param name="Stage">The stage it is at.</param>
/// <param name="Since">The day that stage was reached, as far as the articles tell, or the first day of the month or year told.</param>
/// <param name="Articles">How many standing articles tell of it.</param>
/// <param name="Reported">Day of the latest of them.</param>
/// <param name="Disputed">True where articles contradict its history.</param>
public sealed record AgreementRow(
    string Id,
    string Name,
    AgreementType Type,
    IReadOnlyList<string> Parties,
    AgreementStage Stage,
    DateOnly Since,
    int Articles,
    DateOnly Reported,
    bool Disputed)
{
    /// <summary>How exactly <see cref="Since"/> is told.</summary>
    public DateGrain SinceGrain { get; init; }

    /// <summary>The row of a dossier; null where nothing in it stands.</summary>
    public static AgreementRow? Of(Dossier dossier)
    {
        var history = StageHistory.Of(dossier);
        var standing = dossier.Entries.Where(entry => entry.Stands).ToList();
        return history.Current is { } current
            ? new(
                dossier.Id,
                dossier.Name,
                dossier.Type,
                dossier.Parties,
                current.Stage,
                current.Told.First,
                standing.DistinctBy(entry => entry.Article).Count(),
                standing.Max(entry => entry.ReportedOn),
                history.Contradictions.Count > 0)
            {
                SinceGrain = current.Told.Grain,
            }
            : null;
    }
}
