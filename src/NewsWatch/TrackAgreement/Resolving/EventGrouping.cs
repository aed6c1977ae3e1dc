namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>
/// Groups entries of the same parties into events: what several texts tell of the same stage at the same time is one step of one
/// instrument, whatever type each gives it, unless a text tells both as news of its own or their names differ.
/// </summary>
internal static class EventGrouping
{
    /// <summary>The events, in the order of their days.</summary>
    public static IReadOnlyList<ToldEvent> Of(IReadOnlyList<DossierEntry> entries, KnownAgreements known)
    {
        var sure = entries.Where(entry => !StageSuccession.IsWeak(entry) && !entry.Denies).ToList();
        var group = Enumerable.Range(0, sure.Count).ToArray();
        var byArticle = sure.ToLookup(entry => entry.Article, StringComparer.Ordinal);
        // The same type first: a general word then follows the type that most texts of the time give.
        foreach (var least in new[] { TypeNearness.Same, TypeNearness.Kin, TypeNearness.Generic })
            for (var one = 0; one < sure.Count; one++)
                for (var other = 0; other < one; other++)
                    if (group[one] != group[other]
                        && AgreementKin.Between(sure[one].Type, sure[other].Type) == least
                        && IsOneStep(sure[one], sure[other])
                        && !AreApart(sure, group, group[one], group[other], byArticle))
                        Join(group, group[one], group[other]);
        return
        [
            .. sure.Select((entry, index) => (entry, group: group[index])).GroupBy(pair => pair.group, pair => pair.entry)
                .Select(same => new ToldEvent([.. same], known))
                .Concat(entries.Where(entry => StageSuccession.IsWeak(entry) || entry.Denies).Select(entry => new ToldEvent([entry], known)))
                .OrderBy(told => told.First, EntryOrder.Instance),
        ];
    }

    private static bool IsOneStep(DossierEntry one, DossierEntry other)
        => one.Stage == other.Stage && ToldEvent.IsNear(one.Date, other.Date);

    /// <summary>True where two groups are told apart: by an article that tells both types as news, by types that cannot be one, or by names.</summary>
    private static bool AreApart(
        List<DossierEntry> entries, int[] group, int one, int other, ILookup<string, DossierEntry> byArticle)
    {
        var first = Members(entries, group, one);
        var second = Members(entries, group, other);
        var names = first.SelectMany(entry => InstrumentNames.Distinctive(entry.Name, entry.Language)).ToHashSet(StringComparer.Ordinal);
        var others = second.SelectMany(entry => InstrumentNames.Distinctive(entry.Name, entry.Language)).ToHashSet(StringComparer.Ordinal);
        return first.Exists(entry => second.Exists(mate => AgreementKin.Between(entry.Type, mate.Type) == TypeNearness.None))
            || first.Concat(second).Any(entry => byArticle[entry.Article].Any(mate => IsToldBeside(entry, mate, first, second)))
            || (names.Count > 0 && others.Count > 0 && !names.Overlaps(others));
    }

    /// <summary>
    /// True where an entry's own article tells beside it, of the same step, an agreement of a type that the other group has, and it or another
    /// article tells that as news: one that mentions it in passing may only say what the news is about.
    /// </summary>
    private static bool IsToldBeside(DossierEntry entry, DossierEntry mate, List<DossierEntry> first, List<DossierEntry> second)
        => mate.Type != entry.Type && !entry.Background && IsOneStep(entry, mate)
            && (first.Contains(entry) ? second : first).Exists(member => member.Type == mate.Type && !(member.Background && mate.Background));

    private static List<DossierEntry> Members(List<DossierEntry> entries, int[] group, int number)
        => [.. entries.Where((_, index) => group[index] == number)];

    private static void Join(int[] group, int one, int other)
    {
        for (var index = 0; index < group.Length; index++)
            if (group[index] == one)
                group[index] = other;
    }
}
