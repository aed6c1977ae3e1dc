namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>One instrument while the events of its parties are told apart: what was laid to it so far.</summary>
internal sealed class Strand
{
    private readonly List<ToldEvent> events = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly InstrumentType types = new();
    private readonly List<AgreementType> sureTypes = [];

    /// <summary>A strand that nothing is known of.</summary>
    public Strand()
    {
    }

    /// <summary>The strand of a known agreement, which entries may be laid to.</summary>
    public Strand(KnownAgreement known)
    {
        Known = known;
        SignedOn = known.Signed;
        InForceOn = known.InForce;
        EndedOn = known.Ended?.First;
        names.UnionWith(known.AllNames.SelectMany(name => InstrumentNames.Distinctive(name, null)));
    }

    /// <summary>The known agreement it is; null for another.</summary>
    public KnownAgreement? Known { get; }

    /// <summary>The id an analyst gave it; null for one found by reading.</summary>
    public string? Label { get; init; }

    /// <summary>What was laid to it, in order of days.</summary>
    public IReadOnlyList<ToldEvent> Events => events;

    /// <summary>Words that only its name has.</summary>
    public IReadOnlySet<string> Names => names;

    /// <summary>When it was signed, by a text that gives the day or told it as news, else by what is known; null where neither says.</summary>
    public ToldDay? SignedOn { get; private set; }

    /// <summary>When it was first known to be in force or to have been; null where it was not.</summary>
    public ToldDay? InForceOn { get; private set; }

    /// <summary>When it was made, signed or at the latest in force; null where it is not yet.</summary>
    public ToldDay? Made => SignedOn ?? InForceOn;

    /// <summary>The last day it was told to have ended; null where it was not, or has come back.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The last day on which anything sure was told of it; the first possible day where nothing was.</summary>
    public DateOnly LastOn { get; private set; }

    /// <summary>The farthest stage it surely came to.</summary>
    public AgreementStage Reached { get; private set; }

    /// <summary>Types that its events tell, passing mentions left out.</summary>
    public IReadOnlyList<AgreementType> SureTypes => sureTypes;

    /// <summary>The type most of its events tell; what is known where there are none.</summary>
    public AgreementType Type => events.Count == 0 ? Known!.Type : types.Of(Known);

    /// <summary>Lays an event to it.</summary>
    public void Add(ToldEvent told)
    {
        events.Add(told);
        names.UnionWith(told.Names);
        foreach (var entry in told.Entries)
            types.Add(entry);
        if (told.IsWeak)
            return;
        sureTypes.AddRange(told.Entries.Select(entry => entry.Type).Distinct().Except(sureTypes).ToList());
        LastOn = LastOn > told.Day ? LastOn : told.Day;
        Reached = told.Stage > Reached ? told.Stage : Reached;
        if (told.Stage == AgreementStage.Signed)
            SignedOn ??= told.Told;
        if (told.Stage >= AgreementStage.InForce)
            InForceOn ??= told.Told;
        if (told.Stage == AgreementStage.Terminated)
            EndedOn = told.Day;
        else if (told.Stage is AgreementStage.InForce or AgreementStage.AmendedOrRenewed && told.Day > EndedOn)
            EndedOn = null;
    }

    /// <summary>Takes in all of another strand.</summary>
    public void Join(Strand other)
    {
        foreach (var told in other.events)
            Add(told);
    }

    /// <summary>True where it already tells of the event's stage at the event's time.</summary>
    public bool Tells(ToldEvent told)
        => events.Exists(one => one.Stage == told.Stage && ToldEvent.IsNear(one.Day, told.Day))
            || (Known?.DayOf(told.Stage) is { } day && told.Day >= day.First.AddDays(-ToldEvent.NearDays) && told.Day <= day.Last.AddDays(ToldEvent.NearDays));
}
