using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

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

    /// <summary>True where a text gives the day; else <see cref="Since"/> is the day of the first article.</summary>
    public bool SinceIsStated { get; init; }

    /// <summary>How many independent origins tell the stage it is at.</summary>
    public int Origins { get; init; }

    /// <summary>Parties whose governments tell it themselves.</summary>
    public IReadOnlyList<string> Governments { get; init; } = [];

    /// <summary>The stages it went through, oldest first.</summary>
    public IReadOnlyList<StageReached> Stages { get; init; } = [];

    /// <summary>Who watches it.</summary>
    public IReadOnlyList<string> Watchers { get; init; } = [];

    /// <summary>Since when, no more exactly than it is told.</summary>
    internal ToldDay Told => new(Since, SinceGrain);

    /// <summary>Kind and parties: what it is called where its name does not tell it from others.</summary>
    internal string Pact => $"{Wording.Of(Type)}, {Wording.PartyNames(Parties)}";

    /// <summary>The stage it was at by the end of a day; null where none was reached yet.</summary>
    internal StageReached? StageOn(DateOnly day) => Stages.LastOrDefault(stage => stage.Since <= day);

    /// <summary>The row of a dossier; null where nothing in it stands.</summary>
    public static AgreementRow? Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var history = StageHistory.Of(dossier);
        if (history.Current is not { } current)
            return null;
        var standing = dossier.Entries.Where(entry => entry.Stands).ToList();
        return new(
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
            SinceIsStated = current.IsDated,
            Origins = Corroboration.Origins(current.Entries).Count,
            Governments = Corroboration.Governments(current.Entries),
            Stages = [.. history.Runs.Select(run => new StageReached(run.Stage, run.Told.First, run.IsDated))],
            Watchers = dossier.Watchers,
        };
    }
}

/// <summary>A stage that an agreement reached.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day, or the first day of the month or year told.</param>
/// <param name="IsStated">True where a text gives it; else it is the day of the first article.</param>
public sealed record StageReached(AgreementStage Stage, DateOnly Since, bool IsStated);
