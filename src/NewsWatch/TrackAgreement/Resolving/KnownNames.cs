namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Which known agreements an entry's name may mean.</summary>
internal static class KnownNames
{
    /// <summary>Known agreements of that name between these parties, or more or fewer of them, whose type may be meant; empty where none is.</summary>
    public static IEnumerable<KnownAgreement> Of(DossierEntry entry, KnownAgreements known)
        => known.Named(entry.Name).Where(one =>
            (IsWithin(entry.Parties, one.Parties) || IsWithin(one.Parties, entry.Parties))
            && AgreementKin.Between(one.Type, entry.Type) != TypeNearness.None);

    /// <summary>
    /// The parties of the agreement an entry tells of: its own, unless its name is that of one known agreement alone, of which the text
    /// tells more or fewer parties.
    /// </summary>
    public static IReadOnlyList<string> PartiesOf(DossierEntry entry, KnownAgreements known)
        => known.Named(entry.Name).Count == 1 && Of(entry, known).FirstOrDefault() is { } only ? only.Parties : entry.Parties;

    private static bool IsWithin(IReadOnlyList<string> fewer, IReadOnlyList<string> more)
        => fewer.Count <= more.Count && fewer.All(party => more.Contains(party, StringComparer.Ordinal));
}
