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
        var byArticle = sure.ToLookup(entry => entry.Article, StringComparer.Ordinal);
        var groups = sure.Select(entry => new StepGroup(entry, byArticle[entry.Article])).ToArray();
        var near = new NearEntries(sure);
        // The same type first: a general word then follows the type that most texts of the time give.
        foreach (var least in new[] { TypeNearness.Same, TypeNearness.Kin, TypeNearness.Generic })
            for (var one = 0; one < sure.Count; one++)
                foreach (var other in near.Before(one))
                    if (groups[one] != groups[other]
                        && AgreementKin.Between(sure[one].Type, sure[other].Type) == least
                        && !AreApart(groups[one], groups[other], byArticle))
                        Join(groups, groups[one], groups[other]);
        return
        [
            .. sure.Select((entry, index) => (entry, group: groups[index])).GroupBy(pair => pair.group, pair => pair.entry)
                .Select(same => new ToldEvent([.. same], known))
                .Concat(entries.Where(entry => StageSuccession.IsWeak(entry) || entry.Denies).Select(entry => new ToldEvent([entry], known)))
                .OrderBy(told => told.First, EntryOrder.Instance),
        ];

        static void Join(StepGroup[] groups, StepGroup one, StepGroup other)
        {
            other.TakeIn(one);
            for (var index = 0; index < groups.Length; index++)
                if (groups[index] == one)
                    groups[index] = other;
        }
    }

    private static bool IsOneStep(DossierEntry one, DossierEntry other)
        => one.Stage == other.Stage && ToldEvent.IsNear(one.Date, other.Date);

    /// <summary>True where two groups are told apart: by an article that tells both types as news, by types that cannot be one, or by names.</summary>
    private static bool AreApart(StepGroup one, StepGroup other, ILookup<string, DossierEntry> byArticle)
        => one.Types.Any(type => other.Types.Any(mate => AgreementKin.Between(type, mate) == TypeNearness.None))
            || (one.Names.Count > 0 && other.Names.Count > 0 && !one.Names.Overlaps(other.Names))
            || IsToldBeside(one, other, byArticle)
            || IsToldBeside(other, one, byArticle);

    /// <summary>
    /// True where an entry's own article tells beside it, of the same step, an agreement of a type that the other group has, and it or another
    /// article tells that as news: one that mentions it in passing may only say what the news is about.
    /// </summary>
    private static bool IsToldBeside(StepGroup group, StepGroup beside, ILookup<string, DossierEntry> byArticle)
        => group.Beside.Exists(entry => byArticle[entry.Article].Any(mate => mate.Type != entry.Type && IsOneStep(entry, mate)
            && beside.Entries.Exists(member => member.Type == mate.Type && !(member.Background && mate.Background))));
}
