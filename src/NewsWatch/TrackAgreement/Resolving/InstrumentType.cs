namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Which type an instrument has, of those that texts give it.</summary>
internal static class InstrumentType
{
    /// <summary>
    /// The type most texts give, passing mentions counted only among themselves; among equals the one that is known, then one that is
    /// more than a general word, then the first in the order of types.
    /// </summary>
    public static AgreementType Of(IEnumerable<DossierEntry> entries, KnownAgreement? known)
    {
        var all = entries.ToList();
        var told = all.Where(entry => !StageSuccession.IsWeak(entry)).ToList();
        return (told.Count > 0 ? told : all)
            .GroupBy(entry => entry.Type)
            .OrderByDescending(same => same.Select(entry => entry.Article).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(same => same.Key == known?.Type)
            .ThenBy(same => AgreementKin.IsGeneric(same.Key))
            .ThenBy(same => same.Key)
            .First().Key;
    }
}
