using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Fifth phase: mentions of the same thing become one agreement.</summary>
internal sealed class Composer(ReadText text, PartyResolver resolver, PrincipalParties principal)
{
    /// <summary>The agreements the text speaks of, in the order of their first mention.</summary>
    public List<Candidate> Compose(IReadOnlyList<Mention> mentions)
    {
        var parts = new List<Candidate>();
        var echoes = new List<(Mention Echo, Mention Of)>();
        Mention? last = null;
        foreach (var mention in mentions)
        {
            var similar = IsSimilar(mention);
            var bare = mention.Naming == Naming.Bare;
            if (bare && last is null)
                continue;
            var (type, naming) = bare ? (last!.Type, last.Naming) : (mention.Type, mention.Naming);
            if (bare && !similar)
                echoes.Add((mention, last!));
            foreach (var set in resolver.Resolve(mention))
                if (set.Codes.Count >= 2 && (!bare || similar || (set.Explicit && !IsPrincipal(set.Codes))))
                    parts.Add(new(set.Codes, type, naming, [mention])
                    {
                        Explicit = set.Explicit,
                        Similar = similar || bare,
                        PartyEvidence = set.Evidence,
                    });
            if (!bare)
                last = mention;
        }

        var candidates = parts.GroupBy(part => Key(part.Parties)).SelectMany(Merge).OrderBy(candidate => candidate.Mentions[0].First).ToList();
        var own = candidates.Find(candidate => IsPrincipal(candidate.Parties) && !candidate.Similar);
        if (own is not null)
            candidates.RemoveAll(candidate => !candidate.Explicit && !IsPrincipal(candidate.Parties));
        return [.. candidates.Select(candidate => own is not null && candidate.Similar && TypeTraits.Covers(candidate.Type, own.Type)
            ? candidate with { Type = own.Type, Likened = true }
            : candidate with { Echoes = [.. echoes.Where(pair => candidate.Mentions.Contains(pair.Of)).Select(pair => pair.Echo)] })];
    }

    private bool IsPrincipal(IReadOnlyList<string> parties)
        => parties.Count == principal.Set.Count && parties.All(principal.Set.Contains);

    private bool IsSimilar(Mention mention)
    {
        foreach (var hit in text.HitsOf(mention.Sentence))
            if (hit.Term.Kind == TermKind.Similar && hit.First <= mention.HeadEnd && mention.First - hit.End <= 3)
                return true;
        return false;
    }

    private static string Key(IReadOnlyList<string> parties) => string.Join(' ', parties.Order(StringComparer.Ordinal));

    /// <summary>
    /// Of one set of parties: every type named or described is an agreement; a looser word for one goes with it, and what has only a
    /// topic goes with the first.
    /// </summary>
    private IEnumerable<Candidate> Merge(IEnumerable<Candidate> samePartiesParts)
    {
        var parts = samePartiesParts.OrderBy(part => part.Mentions[0].First).ToList();
        var groups = parts.Where(part => part.Naming >= Naming.Described || StandsApart(part))
            .GroupBy(part => part.Type)
            .OrderByDescending(group => group.Max(part => part.Naming))
            .ThenBy(group => group.Min(part => part.Mentions[0].First))
            .Select(group => group.ToList())
            .ToList();
        Absorb(groups);
        var rest = parts.Where(part => part.Naming < Naming.Described && !StandsApart(part)).ToList();
        if (groups.Count == 0)
            return [Join(parts, DescribedType(parts))];
        if (groups is [[{ Type: AgreementType.DefenceCooperation, Naming: Naming.Described }, ..]]
            && rest.Find(part => part.Naming == Naming.Topic && TypeTraits.OutweighsCooperation(part.Type) && IsEarly(part)) is { } topic)
            return [Join([.. groups[0], .. rest], topic.Type)];
        groups[0].AddRange(rest);
        return groups.Select(group => Join(group, group[0].Type));
    }

    /// <summary>"The military pact" that an article later calls a status of forces agreement is that agreement.</summary>
    private void Absorb(List<List<Candidate>> groups)
    {
        for (var i = groups.Count - 1; i > 0; i--)
            if (groups.Take(i).FirstOrDefault(group => IsKnownAs(groups[i], group)
                || (groups[i].TrueForAll(part => part.Naming < Naming.Named) && IsSame(groups[i], group))) is { } exact)
            {
                exact.AddRange(groups[i]);
                groups.RemoveAt(i);
            }
    }

    /// <summary>What is told of an agreement known by a name of its own, in words for its kin: "the status of troops" of a reciprocal access agreement.</summary>
    private static bool IsKnownAs(List<Candidate> told, List<Candidate> known)
        => known.Exists(part => part.Mentions.Any(mention => mention.Parties.Count > 0))
            && AgreementKin.Between(told[0].Type, known[0].Type) == TypeNearness.Kin;

    /// <summary>The looser word covers the exact one, or opens the article that goes on to give the name.</summary>
    private bool IsSame(List<Candidate> loose, List<Candidate> exact)
        => TypeTraits.Covers(loose[0].Type, exact[0].Type)
            || (exact.Exists(part => part.Naming == Naming.Named && part.Mentions[0].Sentence - text.TitleSentences < 3)
                && loose.TrueForAll(part => part.Mentions[0].Sentence <= text.TitleSentences));

    /// <summary>
    /// "An agreement between the two on transfers of military equipment took effect": past the lead, an agreement with its own subject
    /// and its own stage is another one.
    /// </summary>
    private bool StandsApart(Candidate part)
        => part is { Naming: Naming.Topic, Explicit: true, Similar: false, Mentions: [var mention] }
            && part.Type != AgreementType.DefenceCooperation
            && mention.Head == mention.First
            && mention.Sentence - text.TitleSentences >= 2
            && text.Has(mention.Sentence, TermKind.Act);

    private bool IsEarly(Candidate part) => part.Mentions[0].Sentence - text.TitleSentences < 2;

    private AgreementType DescribedType(List<Candidate> parts)
        => parts.GroupBy(part => part.Type)
            .OrderByDescending(group => group.Max(part => part.Naming))
            .ThenByDescending(group => group.Sum(part => (part.Type == AgreementType.DefenceCooperation ? 1.0 : 2.0) * (text.IsTitle(part.Mentions[0].Sentence) ? 1.5 : 1.0)))
            .First().Key;

    private static Candidate Join(List<Candidate> parts, AgreementType type)
    {
        var ordered = parts.OrderBy(part => part.Mentions[0].First).ToList();
        return new(ordered[0].Parties, type, parts.Max(part => part.Naming), [.. ordered.SelectMany(part => part.Mentions)])
        {
            Explicit = parts.Exists(part => part.Explicit),
            Similar = parts.TrueForAll(part => part.Similar),
            PartyEvidence = ordered.Find(part => part.PartyEvidence.Count > 0)?.PartyEvidence ?? [],
        };
    }
}
