namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Which type an instrument has, of those that texts give it: counted as entries come, so that one more costs the same however many there are.</summary>
internal sealed class InstrumentType
{
    private readonly Dictionary<AgreementType, HashSet<string>> told = [];
    private readonly Dictionary<AgreementType, HashSet<string>> passing = [];

    /// <summary>The type that entries give; one at least.</summary>
    public static AgreementType Of(IEnumerable<DossierEntry> entries, KnownAgreement? known)
    {
        var types = new InstrumentType();
        foreach (var entry in entries)
            types.Add(entry);
        return types.Of(known);
    }

    /// <summary>Counts an entry.</summary>
    public void Add(DossierEntry entry)
    {
        var counted = StageSuccession.IsWeak(entry) ? passing : told;
        if (!counted.TryGetValue(entry.Type, out var articles))
            counted[entry.Type] = articles = new(StringComparer.Ordinal);
        articles.Add(entry.Article);
    }

    /// <summary>
    /// The type most texts give, passing mentions counted only among themselves; among equals the one that is known, then one that is
    /// more than a general word, then the first in the order of types.
    /// </summary>
    public AgreementType Of(KnownAgreement? known)
        => (told.Count > 0 ? told : passing)
            .OrderByDescending(same => same.Value.Count)
            .ThenByDescending(same => same.Key == known?.Type)
            .ThenBy(same => AgreementKin.IsGeneric(same.Key))
            .ThenBy(same => same.Key)
            .First().Key;
}
