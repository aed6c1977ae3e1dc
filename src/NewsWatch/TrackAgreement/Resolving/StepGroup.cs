namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Entries that tell of one step, while entries are grouped into events.</summary>
/// <param name="first">The first.</param>
/// <param name="ofArticle">All that its article tells.</param>
internal sealed class StepGroup(DossierEntry first, IEnumerable<DossierEntry> ofArticle)
{
    /// <summary>The entries, in no order.</summary>
    public List<DossierEntry> Entries { get; } = [first];

    /// <summary>Those of them that are news, and beside which their article tells another type.</summary>
    public List<DossierEntry> Beside { get; } = !first.Background && ofArticle.Any(mate => mate.Type != first.Type) ? [first] : [];

    /// <summary>The types they give.</summary>
    public HashSet<AgreementType> Types { get; } = [first.Type];

    /// <summary>Words that only their instrument's name has.</summary>
    public HashSet<string> Names { get; } = new(InstrumentNames.Distinctive(first.Name, first.Language), StringComparer.Ordinal);

    /// <summary>Takes in all of another group.</summary>
    public void TakeIn(StepGroup other)
    {
        Entries.AddRange(other.Entries);
        Beside.AddRange(other.Beside);
        Types.UnionWith(other.Types);
        Names.UnionWith(other.Names);
    }
}
