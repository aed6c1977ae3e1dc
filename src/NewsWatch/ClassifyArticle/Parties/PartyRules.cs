using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>The rules by which a sentence is read for the parties of what it mentions.</summary>
internal sealed class PartyRules(ReadText text, PrincipalParties principal)
{
    private const int Adjacent = 4;

    /// <summary>Adds every reading that a rule gives, those that several give once.</summary>
    public void Read(Mention mention, PartyMention[] actors, List<RuledParties> readings)
    {
        Add("between", Between(actors, mention));
        Add("adjacent", AdjacentGroup(actors, mention));
        Add("listed", Listed(actors, mention));
        Add("with", With(actors, mention));
        Add("each with", EachWith(actors));
        Add("loose", Loose(actors));
        Add("principal", principal.Set.Count >= 2 ? Principal(actors) : null);
        for (var first = 0; first < actors.Length;)
        {
            var group = PartyList.GroupAt(actors, first);
            first += group.Length;
            if (PartyList.CountStates(group) < 2)
                continue;
            Add("joined", [Set([.. group])]);
            if (FirstBesides(actors, group) is { } home)
                Add("joined and another", [Set([home, .. group])]);
        }

        if (PartyList.CountStates(actors) is >= 3 and <= 8)
            Add("all named", [Set(actors)]);
        for (var at = 0; at < actors.Length; at++)
            if (!PartyList.Names(actors.AsSpan(0, at), actors[at].Code) && principal.Besides(actors[at].Code) is { } other)
                Add("named and principal", [new PartySet([actors[at].Code, other], false, [actors[at]])]);

        void Add(string rule, PartySet[]? sets)
        {
            if (sets is not { Length: > 0 } || Array.Exists(sets, static set => set.Codes.Count < 2))
                return;
            foreach (var reading in readings)
                if (RuledParties.AreSame(reading.Sets, sets))
                {
                    reading.Rules.Add(rule);
                    return;
                }

            readings.Add(new([rule], sets));
        }
    }

    /// <summary>"Finland, Sweden and Denmark signed agreements with the USA": one agreement each.</summary>
    public static PartySet[]? EachWith(PartyMention[] actors)
    {
        // Chinese has one word for "with" and "and": within a list it makes no partner.
        ReadOnlySpan<PartyMention> homes = [], partners = [];
        for (var first = 0; first < actors.Length;)
        {
            var group = PartyList.GroupAt(actors, first);
            first += group.Length;
            if (group[0].Partner && partners.IsEmpty)
                partners = group;
            else if (!group[0].Partner && homes.IsEmpty && PartyList.CountStates(group) > 1)
                homes = group;
        }

        if (homes.IsEmpty || PartyList.CountStates(partners) != 1 || PartyList.Names(homes, partners[0].Code))
            return null;
        return Pair(partners[0], PartyList.Firsts(homes), homeFirst: false);
    }

    /// <summary>"Between Japan, France and Italy" is one of all; "between Japan and France, Italy and Spain" is one of Japan with each.</summary>
    private static PartySet[]? Between(PartyMention[] actors, Mention mention)
    {
        ReadOnlySpan<PartyMention> between = PartyList.Where(actors, static party => party.Between), nearest = [];
        for (var first = 0; first < between.Length;)
        {
            var group = PartyList.GroupAt(between, first);
            first += group.Length;
            if (PartyList.CountStates(group) >= 2 && (nearest.IsEmpty || Math.Abs(group[0].First - mention.Head) < Math.Abs(nearest[0].First - mention.Head)))
                nearest = group;
        }

        if (nearest.IsEmpty)
            return null;
        return PartyList.CountStates(nearest) > 2 && PartyList.Firsts(nearest) is [var one, { AfterComma: false }, { AfterComma: true }, ..] all
            ? Pair(one, all.AsSpan(1), homeFirst: true)
            : [Set([.. nearest])];
    }

    /// <summary>"Japan-Australia pact", "the French and Japanese agreement": names joined right before it.</summary>
    private static PartySet[]? AdjacentGroup(PartyMention[] actors, Mention mention)
    {
        ReadOnlySpan<PartyMention> named = PartyList.Where(actors, static party => !party.Partner && !party.Listed), last = [];
        for (var first = 0; first < named.Length;)
        {
            var group = PartyList.GroupAt(named, first);
            first += group.Length;
            if (PartyList.CountStates(group) is 2 or 3 && group[^1].End <= mention.HeadEnd && mention.First - group[^1].End <= Adjacent)
                last = group;
        }

        return last.IsEmpty ? null : [Set([.. last])];
    }

    private PartySet[]? Listed(PartyMention[] actors, Mention mention)
        => PartyList.Where(actors, static party => party.Listed) is { Length: > 0 } listed && text.Has(mention.Sentence, TermKind.Similar)
            ? Pairs(listed, actors)
            : null;

    private PartySet[]? With(PartyMention[] actors, Mention mention)
    {
        ReadOnlySpan<PartyMention> partners = PartyList.Where(actors, static party => party.Partner && !party.Listed), nearest = [];
        for (var first = 0; first < partners.Length;)
        {
            var group = PartyList.GroupAt(partners, first);
            first += group.Length;
            if (nearest.IsEmpty || FromHead(group[0], mention) < FromHead(nearest[0], mention))
                nearest = group;
        }

        return nearest.IsEmpty ? null
            : Pairs(nearest is [var alone, { AfterComma: true }] && !IsPostposed(alone) ? nearest[..1] : nearest, actors);
    }

    /// <summary>How far a partner stands from what it may be one to; rather behind it than before.</summary>
    private static int FromHead(PartyMention partner, Mention mention) => Math.Abs(partner.First - mention.Head) + (partner.First < mention.Head ? 6 : 0);

    private PartySet[]? Pairs(ReadOnlySpan<PartyMention> partners, PartyMention[] actors)
    {
        var firsts = PartyList.Firsts(partners);
        var home = HomeOf(partners, actors);
        if (home is not null)
            return Pair(home, firsts, homeFirst: true);
        var others = new List<string>(actors.Length);
        foreach (var party in firsts)
            others.Add(party.Code);
        foreach (var party in actors)
            if (party.Partner)
                others.Add(party.Code);
        return principal.Besides(others) is { } code ? Array.ConvertAll(firsts, party => new PartySet([code, party.Code], true, [party])) : null;
    }

    /// <summary>Who has these partners: whom a clause is about, else who is named last before them, else who is named first.</summary>
    private PartyMention? HomeOf(ReadOnlySpan<PartyMention> partners, PartyMention[] actors)
    {
        PartyMention? withClause = null, before = null, first = null;
        foreach (var party in actors)
            if (!PartyList.Names(partners, party.Code))
            {
                var isBefore = party.First < partners[0].First;
                withClause = isBefore && HasClause(party) ? party : withClause;
                before = isBefore && !party.Partner ? party : before;
                first ??= party.Partner ? null : party;
            }

        return withClause ?? before ?? first;
    }

    /// <summary>"Japan, which has signed one with Italy": the clause is about the name it follows.</summary>
    private bool HasClause(PartyMention party)
    {
        foreach (var hit in text.HitsOf(party.Sentence))
            if (hit.Term.Kind == TermKind.Clause && hit.First == party.End && text.Tokens[hit.First].Before == ',')
                return true;
        return false;
    }

    private PartySet[] Loose(PartyMention[] actors)
    {
        var codes = PartyList.States(actors);
        switch (codes.Length)
        {
            case 0:
                return principal.Set.Count >= 2 ? [new(principal.Set, false, [])] : [];
            case 1:
                return principal.Besides(codes[0]) is { } other
                    ? [new(principal.Set.Count > 2 && principal.Set.Has(codes[0]) ? principal.Set : [codes[0], other], false, actors)]
                    : [];
            case 2:
                return [new(codes, false, actors)];
            default:
                if (principal.Set.Count >= 2 && codes.HasAll(principal.Set))
                    return Principal(actors);
                return [Set(PartyList.Of(actors, [.. codes.OrderByDescending(principal.Weight).Take(2)]))];
        }
    }

    private PartySet[] Principal(PartyMention[] actors) => [new(principal.Set, false, PartyList.Of(actors, principal.Set))];

    private static PartyMention? FirstBesides(PartyMention[] actors, ReadOnlySpan<PartyMention> group)
    {
        foreach (var party in actors)
            if (!PartyList.Names(group, party.Code))
                return party;
        return null;
    }

    private bool IsPostposed(PartyMention party) => Folding.IsIdeographic(text.At(text.Tokens[party.First].Start));

    /// <summary>One state with each of the others, which the sentence says.</summary>
    private static PartySet[] Pair(PartyMention one, ReadOnlySpan<PartyMention> others, bool homeFirst)
    {
        var pairs = new PartySet[others.Length];
        for (var at = 0; at < pairs.Length; at++)
            pairs[at] = homeFirst ? new([one.Code, others[at].Code], true, [one, others[at]]) : new([others[at].Code, one.Code], true, [others[at], one]);
        return pairs;
    }

    private static PartySet Set(PartyMention[] mentions) => new(PartyList.States(mentions), true, mentions);
}
