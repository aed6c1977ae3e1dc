namespace NewsWatch.TrackAgreement;

/// <summary>
/// The stages an agreement went through, folded from what the articles say in the order of the days they say it of: the order in which
/// the articles came plays no part.
/// </summary>
/// <param name="Runs">The stages, oldest first; empty where nothing stands.</param>
/// <param name="Contradictions">Entries that neither belong to a stage's run nor to its past: kept, and shown.</param>
public sealed record StageHistory(IReadOnlyList<StageRun> Runs, IReadOnlyList<DossierEntry> Contradictions)
{
    /// <summary>The stage it is at; null where nothing stands.</summary>
    public StageRun? Current => Runs.Count > 0 ? Runs[^1] : null;

    /// <summary>Folds a dossier's standing entries.</summary>
    public static StageHistory Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var fold = new Fold();
        foreach (var entry in dossier.Entries.Where(entry => entry.Stands)
            .OrderBy(entry => entry.Date)
            .ThenBy(entry => entry.Stage)
            .ThenBy(entry => entry.Background)
            .ThenBy(entry => entry.Article, StringComparer.Ordinal))
            fold.Add(entry);
        return fold.Done();
    }

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

    private sealed class Fold
    {
        private readonly List<(DossierEntry First, List<DossierEntry> Entries)> runs = [];
        private readonly List<DossierEntry> contradictions = [];

        public void Add(DossierEntry entry)
        {
            switch (runs.Count == 0 ? StageStep.Move : StageSuccession.Of(runs[^1].First, IsWeak(runs[^1].Entries), entry))
            {
                case StageStep.Move:
                    Move(entry);
                    break;
                case StageStep.Same:
                    runs[^1].Entries.Add(entry);
                    break;
                case StageStep.Contradicts:
                    contradictions.Add(entry);
                    break;
            }
        }

        public StageHistory Done()
            => new([.. runs.Select(run => new StageRun(run.First.Stage, run.First.Date, run.First, run.Entries))], contradictions);

        private static bool IsWeak(List<DossierEntry> entries) => entries.TrueForAll(StageSuccession.IsWeak);

        private void Move(DossierEntry entry)
        {
            // What passing mentions alone claimed in between, and the news does not bear out, was no stage.
            if (runs.Count > 1 && IsWeak(runs[^1].Entries) && runs[^2].First.Stage == entry.Stage)
            {
                contradictions.AddRange(runs[^1].Entries);
                runs.RemoveAt(runs.Count - 1);
                runs[^1].Entries.Add(entry);
                return;
            }
            runs.Add((entry, [entry]));
        }
    }
}
