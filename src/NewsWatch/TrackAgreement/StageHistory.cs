using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// The stages an agreement went through, folded from what the articles say in the order of the days they say it of: the order in which
/// the articles came plays no part.
/// </summary>
/// <param name="Runs">The stages, oldest first; empty where nothing stands.</param>
/// <param name="Contradictions">Entries that neither belong to a stage's run nor to its past: kept, and shown.</param>
public sealed record StageHistory(IReadOnlyList<StageRun> Runs, IReadOnlyList<DossierEntry> Contradictions)
{
    private const int LeastYear = 300, MostYear = 430;

    /// <summary>Those of the contradictions that told a stage which was not borne out: see <see cref="TakenBack"/>.</summary>
    public IReadOnlyList<DossierEntry> Fallen { get; init; } = [];

    /// <summary>The stage it is at; null where nothing stands.</summary>
    public StageRun? Current => Runs.Count > 0 ? Runs[^1] : null;

    /// <summary>Folds a dossier's standing entries.</summary>
    public static StageHistory Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Of(dossier.Type, dossier.Entries);
    }

    /// <summary>Folds the standing ones of an instrument's entries.</summary>
    public static StageHistory Of(AgreementType type, IEnumerable<DossierEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var standing = MisdatedByAYear(entries.Where(entry => entry.Stands).ToList());
        var fallen = new List<DossierEntry>();
        while (true)
        {
            var fold = new StageFold(type);
            foreach (var entry in standing)
                fold.Add(entry);
            if (fold.Fallen.Count == 0)
                return fold.Done(fallen);
            fallen.AddRange(fold.Fallen);
            standing.RemoveAll(entry => fold.Fallen.Any(one => ReferenceEquals(one, entry)));
        }
    }

    /// <summary>
    /// Entries in the order of days. A day and month without a year are easily taken for last year's: news of a day about a year before its
    /// report, with earlier stages told of later days by what came before that report, is taken for news of the day it was reported.
    /// </summary>
    private static List<DossierEntry> MisdatedByAYear(List<DossierEntry> standing)
    {
        var earlier = standing.Where(entry => entry is { Background: false, Stage: > AgreementStage.Mentioned }).ToList();
        return
        [
            .. standing.Select(entry => IsAYearBefore(entry) && earlier.Exists(other =>
                    other.Stage < entry.Stage && other.Date > entry.Date && other.ReportedOn < entry.ReportedOn)
                ? entry with { StatedDate = null }
                : entry).Order(EntryOrder.Instance),
        ];
    }

    private static bool IsAYearBefore(DossierEntry entry)
        => entry is { Background: false, IsDated: true, StatedGrain: DateGrain.Day }
            && entry.ReportedOn.DayNumber - entry.StatedDate!.Value.DayNumber is >= LeastYear and <= MostYear;

    /// <summary>The last run of a stage; null where there is none.</summary>
    public StageRun? RunOf(AgreementStage stage) => Runs.LastOrDefault(run => run.Stage == stage);

    /// <summary>
    /// The run that an earlier noticed development told: the first of that stage that had not ended by the day the development gave.
    /// Null where no such run is left.
    /// </summary>
    public StageRun? RunOf(NoticedDevelopment noticed)
    {
        ArgumentNullException.ThrowIfNull(noticed);
        for (var index = 0; index < Runs.Count; index++)
            if (Runs[index].Stage == noticed.Development.Stage && (index + 1 == Runs.Count || Runs[index + 1].Since > noticed.Since))
                return Runs[index];
        return null;
    }
}
