using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Fourth phase: who is party to what one mention speaks of.</summary>
internal sealed class PartyResolver(ReadText text, List<PartyMention>[] parties, PrincipalParties principal)
{
    private const int Adjacent = 4;

    /// <summary>The sets of parties: one, or one a partner where a list of partners is given; empty where none can be told.</summary>
    public IReadOnlyList<PartySet> Resolve(Mention mention)
    {
        if (mention.Parties.Count > 0)
            return [new(mention.Parties, true, [])];
        var actors = parties[mention.Sentence].Where(party => party.Role == PartyRole.Actor).ToList();
        return Between(actors, mention) ?? AdjacentGroup(actors, mention) ?? Listed(actors, mention) ?? With(actors, mention) ?? Loose(actors);
    }

    private static List<PartySet>? Between(List<PartyMention> actors, Mention mention)
    {
        var pair = actors.Where(party => party.Between).GroupBy(party => party.Group)
            .Where(group => group.DistinctBy(party => party.Code).Count() >= 2)
            .MinBy(group => Math.Abs(group.First().First - mention.Head));
        return pair is null ? null : [Set([.. pair])];
    }

    /// <summary>"Japan-Australia pact", "the French and Japanese agreement": names joined right before it.</summary>
    private static List<PartySet>? AdjacentGroup(List<PartyMention> actors, Mention mention)
    {
        var group = actors.Where(party => !party.Partner && !party.Listed).GroupBy(party => party.Group)
            .Where(group => group.DistinctBy(party => party.Code).Count() is 2 or 3)
            .LastOrDefault(group => group.Last().End <= mention.HeadEnd && mention.First - group.Last().End <= Adjacent);
        return group is null ? null : [Set([.. group])];
    }

    private List<PartySet>? Listed(List<PartyMention> actors, Mention mention)
    {
        var listed = actors.Where(party => party.Listed).ToList();
        if (listed.Count == 0 || !IsSimilar(mention.Sentence))
            return null;
        return Pairs(listed, actors);
    }

    private List<PartySet>? With(List<PartyMention> actors, Mention mention)
    {
        var partner = actors.Where(party => party.Partner && !party.Listed)
            .GroupBy(party => party.Group)
            .MinBy(group => Math.Abs(group.First().First - mention.Head) + (group.First().First < mention.Head ? 6 : 0));
        if (partner is null)
            return null;
        List<PartyMention> partners = [.. partner];
        return Pairs(partners is [var first, { AfterComma: true }] && !IsPostposed(first) ? [first] : partners, actors);
    }

    private List<PartySet>? Pairs(List<PartyMention> partners, List<PartyMention> actors)
    {
        var codes = partners.Select(party => party.Code).Distinct().ToList();
        var home = actors.LastOrDefault(party => !codes.Contains(party.Code) && !party.Partner && party.First < partners[0].First)
            ?? actors.FirstOrDefault(party => !codes.Contains(party.Code) && !party.Partner);
        var homeCode = home?.Code ?? principal.Besides(codes);
        if (homeCode is null)
            return null;
        return [.. partners.DistinctBy(party => party.Code).Select(party => new PartySet(
            [homeCode, party.Code], true, home is null ? [party] : [home, party]))];
    }

    private List<PartySet> Loose(List<PartyMention> actors)
    {
        var codes = actors.Select(party => party.Code).Distinct().ToList();
        switch (codes.Count)
        {
            case 0:
                return principal.Set.Count >= 2 ? [new(principal.Set, false, [])] : [];
            case 1:
                return principal.Besides(codes) is { } other
                    ? [new(principal.Set.Contains(codes[0]) && principal.Set.Count > 2 ? principal.Set : [codes[0], other], false, actors)]
                    : [];
            case 2:
                return [Set(actors) with { Explicit = false }];
            default:
                if (principal.Set.Count >= 2 && principal.Set.All(codes.Contains))
                    return [new(principal.Set, false, [.. actors.Where(party => principal.Set.Contains(party.Code))])];
                var group = actors.GroupBy(party => party.Group).FirstOrDefault(group => group.DistinctBy(party => party.Code).Count() is 2 or 3);
                if (group is not null)
                    return [Set([.. group])];
                var heaviest = codes.OrderByDescending(principal.Weight).Take(2).ToList();
                return [Set([.. actors.Where(party => heaviest.Contains(party.Code))])];
        }
    }

    private bool IsPostposed(PartyMention party) => Folding.IsIdeographic(text.At(text.Tokens[party.First].Start));

    private bool IsSimilar(int sentence) => text.HitsOf(sentence).Exists(hit => hit.Term.Kind == TermKind.Similar);

    private static PartySet Set(List<PartyMention> mentions) => new([.. mentions.Select(party => party.Code).Distinct()], true, mentions);
}

/// <summary>Parties of one agreement.</summary>
/// <param name="Codes">Who.</param>
/// <param name="Explicit">True where the sentence says so itself.</param>
/// <param name="Evidence">What names them in the sentence.</param>
internal sealed record PartySet(IReadOnlyList<string> Codes, bool Explicit, IReadOnlyList<PartyMention> Evidence);
