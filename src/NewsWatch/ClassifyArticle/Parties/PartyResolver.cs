using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>
/// Fourth phase: who is party to what one mention speaks of. Several rules each read it in their way; what each reading has for it is weighed.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="parties">The parties named in each sentence.</param>
/// <param name="principal">Whom the article is about.</param>
/// <param name="weigh">How much what is observed speaks for a reading.</param>
internal sealed class PartyResolver(ReadText text, PartyMention[][] parties, PrincipalParties principal, Func<Features, double> weigh)
{
    private const int Adjacent = 4;

    private HashSet<string>? saidOfEach;

    /// <summary>The sets of parties: one, or one a partner where a list of partners is given; empty where none can be told.</summary>
    public IReadOnlyList<PartySet> Resolve(Mention mention)
        => mention.Parties.Count > 0
            ? [new(mention.Parties, true, [])]
            : Alternatives(mention).MaxBy(alternative => weigh(alternative.Features))?.Sets ?? [];

    /// <summary>Every way to read who is party to it, each with what speaks for it; none for a name that tells its parties itself.</summary>
    public IReadOnlyList<PartyReading> Alternatives(Mention mention)
    {
        var actors = ActorsOf(mention.Sentence);
        var readings = new Dictionary<string, (List<string> Rules, IReadOnlyList<PartySet> Sets)>(StringComparer.Ordinal);
        Add("between", Between(actors, mention));
        Add("adjacent", AdjacentGroup(actors, mention));
        Add("listed", Listed(actors, mention));
        Add("with", With(actors, mention));
        Add("each with", EachWith(actors));
        Add("loose", Loose(actors));
        Add("principal", principal.Set.Count >= 2 ? [new(principal.Set, false, [.. actors.Where(party => principal.Set.Contains(party.Code))])] : null);
        foreach (var group in actors.GroupBy(party => party.Group).Where(group => group.DistinctBy(party => party.Code).Count() >= 2))
        {
            Add("joined", [Set([.. group])]);
            if (actors.Find(party => !group.Any(member => member.Code == party.Code)) is { } home)
                Add("joined and another", [Set([home, .. group])]);
        }

        if (actors.DistinctBy(party => party.Code).Count() is >= 3 and <= 8)
            Add("all named", [Set(actors)]);
        foreach (var actor in actors.DistinctBy(party => party.Code))
            if (principal.Besides([actor.Code]) is { } other)
                Add("named and principal", [new([actor.Code, other], false, [actor])]);
        if (SaysEach(mention.Sentence, actors) && readings.Values.Any(reading => reading.Sets.Count > 1))
            foreach (var (key, _) in readings.Where(reading => reading.Value.Sets.Count == 1).ToList())
                readings.Remove(key);
        return [.. readings.Values.Select((reading, i) => new PartyReading(reading.Sets, Describe(reading.Rules, reading.Sets, mention, actors, i == 0)))];

        void Add(string rule, IReadOnlyList<PartySet>? sets)
        {
            if (sets is not { Count: > 0 } || sets.Any(set => set.Codes.Count < 2))
                return;
            var key = Key(sets);
            if (!readings.TryAdd(key, ([rule], sets)))
                readings[key].Rules.Add(rule);
        }
    }

    private static string Key(IReadOnlyList<PartySet> sets)
        => string.Join('|', sets.Select(set => string.Join(' ', set.Codes.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>"Have each signed": said of these states here, or elsewhere in the text, as a title has no room for it.</summary>
    private bool SaysEach(int sentence, List<PartyMention> actors)
        => Each(sentence) || (EachWith(actors) is { } pairs && (saidOfEach ??= FindEach()).Contains(Key(pairs)));

    private bool Each(int sentence) => text.Has(sentence, TermKind.Each);

    private HashSet<string> FindEach()
        => [.. Enumerable.Range(0, parties.Length).Where(Each).Select(sentence => EachWith(ActorsOf(sentence))).OfType<List<PartySet>>().Select(Key)];

    private List<PartyMention> ActorsOf(int sentence) => parties[sentence].Where(party => party.Role == PartyRole.Actor).ToList();

    private Features Describe(List<string> rules, IReadOnlyList<PartySet> sets, Mention mention, List<PartyMention> actors, bool first)
    {
        var features = new Features();
        var codes = sets.SelectMany(set => set.Codes).Distinct().ToList();
        var named = actors.Select(party => party.Code).Distinct().ToList();
        var inTitle = principal.InTitle;
        foreach (var rule in rules)
        {
            features.Add(rule, true);
            features.Add($"{rule}, {Math.Min(named.Count, 4)} named", true);
            features.Add($"{rule}, bare", mention.Naming == Naming.Bare);
            features.Add($"{rule}, of a list", IsSimilar(mention.Sentence));
        }

        features.Add("first rule that holds", first);
        features.Add("rules", rules.Count);
        features.Add("as in title", inTitle.Count >= 2 && inTitle.Count == codes.Count && codes.TrueForAll(inTitle.Contains));
        features.Add("all in title", codes.TrueForAll(inTitle.Contains));
        features.Add("one in title", codes.Exists(inTitle.Contains));
        features.Add("leaves out one of two in title", inTitle.Count == 2 && inTitle.Any(code => !codes.Contains(code)));
        features.Add("principal pair", codes.Count == principal.Set.Count && codes.TrueForAll(principal.Set.Contains));
        features.Add("all principal", codes.TrueForAll(principal.Set.Contains));
        features.Add("has the heaviest", principal.ByWeight.Count > 0 && codes.Contains(principal.ByWeight[0]));
        features.Add("least weight", Math.Log2(1 + codes.Min(principal.Weight)));
        features.Add("all named here", codes.TrueForAll(named.Contains));
        features.Add("none named here", !codes.Exists(named.Contains));
        features.Add("leaves out one named here", named.Exists(code => !codes.Contains(code)));
        features.Add("three or more together", sets.Any(set => set.Codes.Count > 2));
        features.Add("three or more together, in title", sets.Any(set => set.Codes.Count > 2) && inTitle.Count > 2);
        features.Add("several pairs", sets.Count > 1);
        features.Add("several pairs, bare", sets.Count > 1 && mention.Naming == Naming.Bare);
        features.Add("several pairs of a list", sets.Count > 1 && IsSimilar(mention.Sentence));
        features.Add("in title", text.IsTitle(mention.Sentence) && codes.TrueForAll(named.Contains));
        features.Add("nearness", 1.0 / (1 + codes.Max(code => Distance(code, actors, mention)) / 4.0));
        features.Add("partner right after", codes.Exists(code => actors.Exists(party => party.Code == code && party.Partner && party.First >= mention.HeadEnd && party.First - mention.HeadEnd <= 4)));
        features.Add("leaves out the partner right after", actors.Exists(party => party.Partner && party.First >= mention.HeadEnd && party.First - mention.HeadEnd <= 4 && !codes.Contains(party.Code)));
        features.Add("has one of a list", codes.Exists(code => actors.Exists(party => party.Code == code && party.Listed)));
        return features;
    }

    private static int Distance(string code, List<PartyMention> actors, Mention mention)
        => actors.Where(party => party.Code == code)
            .Select(party => party.End <= mention.First ? mention.First - party.End : party.First >= mention.End ? party.First - mention.End : 0)
            .DefaultIfEmpty(40).Min();

    /// <summary>"Between Japan, France and Italy" is one of all; "between Japan and France, Italy and Spain" is one of Japan with each.</summary>
    private static List<PartySet>? Between(List<PartyMention> actors, Mention mention)
    {
        var pair = actors.Where(party => party.Between).GroupBy(party => party.Group)
            .Where(group => group.DistinctBy(party => party.Code).Count() >= 2)
            .MinBy(group => Math.Abs(group.First().First - mention.Head));
        return pair is null ? null
            : pair.DistinctBy(party => party.Code).ToList() is [var one, { AfterComma: false }, { AfterComma: true }, ..] all
                ? [.. all.Skip(1).Select(other => new PartySet([one.Code, other.Code], true, [one, other]))]
                : [Set([.. pair])];
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

    /// <summary>"Finland, Sweden and Denmark signed agreements with the USA": one agreement each.</summary>
    private static List<PartySet>? EachWith(List<PartyMention> actors)
    {
        // Chinese has one word for "with" and "and": within a list it makes no partner.
        var groups = actors.GroupBy(party => party.Group).Select(group => group.DistinctBy(party => party.Code).ToList()).ToList();
        var homes = groups.Find(group => group.Count > 1 && !group[0].Partner);
        return groups.Find(group => group[0].Partner) is [var partner] && homes is not null && homes.TrueForAll(home => home.Code != partner.Code)
            ? [.. homes.Select(home => new PartySet([home.Code, partner.Code], true, [home, partner]))]
            : null;
    }

    private List<PartySet>? Pairs(List<PartyMention> partners, List<PartyMention> actors)
    {
        var codes = partners.Select(party => party.Code).Distinct().ToList();
        var home = actors.LastOrDefault(party => !codes.Contains(party.Code) && party.First < partners[0].First && HasClause(party))
            ?? actors.LastOrDefault(party => !codes.Contains(party.Code) && !party.Partner && party.First < partners[0].First)
            ?? actors.FirstOrDefault(party => !codes.Contains(party.Code) && !party.Partner);
        var homeCode = home?.Code ?? principal.Besides([.. codes, .. actors.Where(party => party.Partner).Select(party => party.Code)]);
        if (homeCode is null)
            return null;
        return [.. partners.DistinctBy(party => party.Code).Select(party => new PartySet(
            [homeCode, party.Code], true, home is null ? [party] : [home, party]))];
    }

    /// <summary>"Japan, which has signed one with Italy": the clause is about the name it follows.</summary>
    private bool HasClause(PartyMention party)
    {
        foreach (var hit in text.HitsOf(party.Sentence))
            if (hit.Term.Kind == TermKind.Clause && hit.First == party.End && text.Tokens[hit.First].Before == ',')
                return true;
        return false;
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
                var heaviest = codes.OrderByDescending(principal.Weight).Take(2).ToList();
                return [Set([.. actors.Where(party => heaviest.Contains(party.Code))])];
        }
    }

    private bool IsPostposed(PartyMention party) => Folding.IsIdeographic(text.At(text.Tokens[party.First].Start));

    private bool IsSimilar(int sentence) => text.Has(sentence, TermKind.Similar);

    private static PartySet Set(List<PartyMention> mentions) => new([.. mentions.Select(party => party.Code).Distinct()], true, mentions);
}

/// <summary>Parties of one agreement.</summary>
/// <param name="Codes">Who.</param>
/// <param name="Explicit">True where the sentence says so itself.</param>
/// <param name="Evidence">What names them in the sentence.</param>
internal sealed record PartySet(IReadOnlyList<string> Codes, bool Explicit, IReadOnlyList<PartyMention> Evidence);

/// <summary>One way to read who is party.</summary>
/// <param name="Sets">The sets of parties, one for each agreement.</param>
/// <param name="Features">What speaks for it.</param>
internal sealed record PartyReading(IReadOnlyList<PartySet> Sets, Features Features);
