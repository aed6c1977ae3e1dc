using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Fifth phase: mentions of the same thing become one agreement.</summary>
internal sealed class Composer(ReadText text, PartyResolver resolver, PrincipalParties principal)
{
    private readonly List<Candidate> parts = [];
    private readonly List<(Mention Echo, Mention Of)> echoes = [];

    /// <summary>The agreements the text speaks of, in the order of their first mention.</summary>
    public List<Candidate> Compose(List<Mention> mentions)
    {
        Part(mentions);
        var candidates = new List<Candidate>();
        foreach (var between in ByParties())
            candidates.AddRange(Merge(InOrder(between)));
        candidates = InOrder(candidates);
        var own = candidates.Find(candidate => principal.Are(candidate.Parties) && !candidate.Similar);
        if (own is not null)
            candidates.RemoveAll(candidate => !candidate.Explicit && !principal.Are(candidate.Parties));
        for (var at = 0; at < candidates.Count; at++)
            candidates[at] = own is not null && candidates[at].Similar && TypeTraits.Covers(candidates[at].Type, own.Type)
                ? candidates[at] with { Type = own.Type, Likened = true }
                : WithEchoes(candidates[at]);
        return candidates;
    }

    /// <summary>Reads every mention by itself.</summary>
    private void Part(List<Mention> mentions)
    {
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
            var sets = resolver.Resolve(mention);
            for (var at = 0; at < sets.Count; at++)
                if (sets[at] is { Codes.Count: >= 2 } set && (!bare || similar || (set.Explicit && !principal.Are(set.Codes))))
                    parts.Add(new(set.Codes, type, naming, [mention])
                    {
                        Explicit = set.Explicit,
                        Similar = similar || bare,
                        PartyEvidence = set.Evidence,
                    });
            if (!bare)
                last = mention;
        }
    }

    private List<List<Candidate>> ByParties()
    {
        var groups = new List<List<Candidate>>();
        foreach (var part in parts)
        {
            var at = 0;
            while (at < groups.Count && !groups[at][0].Parties.IsSameAs(part.Parties))
                at++;
            if (at == groups.Count)
                groups.Add([]);
            groups[at].Add(part);
        }

        return groups;
    }

    private Candidate WithEchoes(Candidate candidate)
    {
        var echoed = new List<Mention>();
        foreach (var (echo, of) in echoes)
            if (candidate.Has(of))
                echoed.Add(echo);
        return echoed.Count == 0 ? candidate : candidate with { Echoes = [.. echoed] };
    }

    /// <summary>By their first mention; those that begin together stay as they are.</summary>
    private static List<Candidate> InOrder(List<Candidate> candidates)
    {
        for (var at = 1; at < candidates.Count; at++)
            if (candidates[at].First < candidates[at - 1].First)
                return [.. candidates.OrderBy(static candidate => candidate.First)];
        return candidates;
    }

    private bool IsSimilar(Mention mention)
    {
        foreach (var hit in text.HitsOf(mention.Sentence))
            if (hit.Term.Kind == TermKind.Similar && hit.First <= mention.HeadEnd && mention.First - hit.End <= 3)
                return true;
        return false;
    }

    /// <summary>
    /// Of one set of parties: every type named or described is an agreement; a looser word for one goes with it, and what has only a
    /// topic goes with the first.
    /// </summary>
    private List<Candidate> Merge(List<Candidate> between)
    {
        var (groups, rest) = (new List<List<Candidate>>(), new List<Candidate>());
        foreach (var part in between)
            if (part.Naming < Naming.Described && !StandsApart(part))
                rest.Add(part);
            else
                GroupOf(part.Type, groups).Add(part);
        if (groups.Count == 0)
            return [Join(between, DescribedType(between))];
        if (groups.Count > 1)
            groups = [.. groups.OrderByDescending(group => group.Max(part => part.Naming)).ThenBy(group => group[0].First)];
        Absorb(groups);
        if (groups is [[{ Type: AgreementType.DefenceCooperation, Naming: Naming.Described }, ..]]
            && rest.Find(part => part.Naming == Naming.Topic && TypeTraits.OutweighsCooperation(part.Type) && IsEarly(part)) is { } topic)
            return [Join([.. groups[0], .. rest], topic.Type)];
        groups[0].AddRange(rest);
        return groups.ConvertAll(group => Join(group, group[0].Type));
    }

    private static List<Candidate> GroupOf(AgreementType type, List<List<Candidate>> groups)
    {
        foreach (var group in groups)
            if (group[0].Type == type)
                return group;
        groups.Add([]);
        return groups[^1];
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
        => known.Exists(TypeReader.IsToldByName)
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
        => parts is [var only] ? only.Type : parts.GroupBy(part => part.Type)
            .OrderByDescending(group => group.Max(part => part.Naming))
            .ThenByDescending(group => group.Sum(part => (part.Type == AgreementType.DefenceCooperation ? 1.0 : 2.0) * (text.IsTitle(part.Mentions[0].Sentence) ? 1.5 : 1.0)))
            .First().Key;

    private static Candidate Join(List<Candidate> parts, AgreementType type)
    {
        if (parts is [var only])
            return only.Type == type ? only : only with { Type = type };
        var ordered = InOrder(parts);
        return new(ordered[0].Parties, type, parts.Max(static part => part.Naming), [.. ordered.SelectMany(static part => part.Mentions)])
        {
            Explicit = parts.Exists(static part => part.Explicit),
            Similar = parts.TrueForAll(static part => part.Similar),
            PartyEvidence = ordered.Find(static part => part.PartyEvidence.Length > 0)?.PartyEvidence ?? [],
        };
    }
}
