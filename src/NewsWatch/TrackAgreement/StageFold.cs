namespace NewsWatch.TrackAgreement;

/// <summary>Folds entries, given in the order of their days, to the stages an agreement went through.</summary>
internal sealed class StageFold(AgreementType type)
{
    private readonly List<(DossierEntry First, List<DossierEntry> Entries)> runs = [];
    private readonly List<DossierEntry> contradictions = [];

    /// <summary>What was told after a run had begun and speaks against it, by the entry that began it.</summary>
    private readonly Dictionary<DossierEntry, List<DossierEntry>> against = new(ReferenceEqualityComparer.Instance);

    /// <summary>Entries of a stage that was told and not borne out; found while folding, after which the fold is to begin anew without them.</summary>
    public IReadOnlyList<DossierEntry> Fallen { get; private set; } = [];

    /// <summary>Adds the next entry.</summary>
    public void Add(DossierEntry entry)
    {
        if (entry.Denies)
        {
            Deny(entry);
            return;
        }
        switch (runs.Count == 0 ? StageStep.Move : StageSuccession.Of(runs[^1].First, IsWeak(runs[^1].Entries), entry))
        {
            // A passing mention under another type may be of another agreement: good for no stage where one is known.
            case StageStep.Move when runs.Count > 0 && StageSuccession.IsWeak(entry) && entry.Type != type:
                break;
            case StageStep.Move:
                Move(entry);
                break;
            case StageStep.Same:
                Same(entry);
                break;
            case StageStep.Contradicts:
                contradictions.Add(entry);
                Challenge(entry);
                break;
        }
    }

    /// <summary>The history.</summary>
    /// <param name="fallen">Entries left out because their stage was not borne out.</param>
    public StageHistory Done(IReadOnlyList<DossierEntry> fallen)
        => new([.. runs.Select(run => new StageRun(run.First.Stage, run.First.Date, run.First, run.Entries))], [.. contradictions, .. fallen])
        {
            Fallen = fallen,
        };

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

    /// <summary>The same stage once more; where the first word of it was challenged and a later day is given now, the first word was too soon.</summary>
    private void Same(DossierEntry entry)
    {
        var run = runs[^1];
        if (!entry.Background && entry.Told.First > run.First.Date.AddDays(StageSuccession.TooSoonDays)
            && against.TryGetValue(run.First, out var challengers) && TakenBack.ByTheEvent(run.Entries, challengers))
            Fall(run.Entries);
        else
            run.Entries.Add(entry);
    }

    private void Challenge(DossierEntry entry)
    {
        var run = runs[^1];
        if (entry.Background || run.First.Stage is < AgreementStage.Signed or > AgreementStage.InForce || entry.Stage >= AgreementStage.Signed)
            return;
        var challengers = Against(run.First);
        challengers.Add(entry);
        if (TakenBack.ByOthers(run.Entries, challengers))
            Fall(run.Entries);
    }

    /// <summary>A denial speaks against the last run of its stage, or of a later one.</summary>
    private void Deny(DossierEntry entry)
    {
        contradictions.Add(entry);
        var index = runs.FindLastIndex(run => run.First.Stage >= entry.Stage && run.First.Date <= entry.ReportedOn);
        if (index < 0)
            return;
        var denials = Against(runs[index].First);
        denials.Add(entry);
        if (TakenBack.ByDenial(runs[index].Entries, [.. denials.Where(one => one.Denies)]))
            Fall(runs[index].Entries);
    }

    private List<DossierEntry> Against(DossierEntry first) => against.TryGetValue(first, out var found) ? found : against[first] = [];

    private void Fall(List<DossierEntry> entries) => Fallen = Fallen.Count > 0 ? Fallen : [.. entries];
}
