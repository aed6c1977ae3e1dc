using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>What speaks for a way to read who is party to what a sentence mentions.</summary>
internal sealed class PartyFeatures(ReadText text, PrincipalParties principal)
{
    private const int Far = 40;
    private const int RightAfter = 4;

    /// <summary>Adds the observations.</summary>
    /// <param name="features">Takes them, and is returned.</param>
    /// <param name="reading">The reading in question.</param>
    /// <param name="mention">What it is read for.</param>
    /// <param name="actors">What names who acts in its sentence.</param>
    /// <param name="named">Who that is, each once.</param>
    /// <param name="first">True for the reading of the first rule that gives any.</param>
    public Features Describe(Features features, RuledParties reading, Mention mention, PartyMention[] actors, string[] named, bool first)
    {
        var (codes, inTitle) = (reading.Codes(), principal.InTitle);
        var isSimilar = text.Has(mention.Sentence, TermKind.Similar);
        foreach (var rule in reading.Rules)
        {
            features.Add(rule, true);
            features.Add($"{rule}, {Math.Min(named.Length, 4)} named", 1);
            features.When(mention.Naming == Naming.Bare, $"{rule}, bare");
            features.When(isSimilar, $"{rule}, of a list");
        }

        features.Add("first rule that holds", first);
        features.Add("rules", reading.Rules.Count);
        features.Add("as in title", inTitle.Count >= 2 && inTitle.IsSameAs(codes));
        features.Add("all in title", inTitle.HasAll(codes));
        features.Add("one in title", inTitle.HasAny(codes));
        features.Add("leaves out one of two in title", inTitle.Count == 2 && !codes.HasAll(inTitle));
        features.Add("principal pair", principal.Are(codes));
        features.Add("all principal", principal.Set.HasAll(codes));
        features.Add("has the heaviest", principal.ByWeight.Count > 0 && codes.Has(principal.ByWeight[0]));
        features.Add("least weight", Math.Log2(1 + LeastWeight(codes)));
        features.Add("all named here", named.HasAll(codes));
        features.Add("none named here", !named.HasAny(codes));
        features.Add("leaves out one named here", !codes.HasAll(named));
        var (several, many) = (reading.Sets.Count > 1, HasMany(reading.Sets));
        features.Add("three or more together", many);
        features.Add("three or more together, in title", many && inTitle.Count > 2);
        features.Add("several pairs", several);
        features.Add("several pairs, bare", several && mention.Naming == Naming.Bare);
        features.Add("several pairs of a list", several && isSimilar);
        features.Add("in title", text.IsTitle(mention.Sentence) && named.HasAll(codes));
        features.Add("nearness", 1.0 / (1 + (MostDistance(codes, actors, mention) / 4.0)));
        var (has, leavesOut, hasListed) = Partners(codes, actors, mention);
        features.Add("partner right after", has);
        features.Add("leaves out the partner right after", leavesOut);
        features.Add("has one of a list", hasListed);
        return features;
    }

    private double LeastWeight(IReadOnlyList<string> codes)
    {
        var least = double.PositiveInfinity;
        for (var at = 0; at < codes.Count; at++)
            least = Math.Min(least, principal.Weight(codes[at]));
        return least;
    }

    private static bool HasMany(IReadOnlyList<PartySet> sets)
    {
        for (var at = 0; at < sets.Count; at++)
            if (sets[at].Codes.Count > 2)
                return true;
        return false;
    }

    /// <summary>Whether a partner right behind the mention is among the parties, or one is that is not, and whether one of a list is.</summary>
    private static (bool Has, bool LeavesOut, bool HasListed) Partners(IReadOnlyList<string> codes, PartyMention[] actors, Mention mention)
    {
        var (has, leavesOut, hasListed) = (false, false, false);
        foreach (var party in actors)
        {
            var isMember = codes.Has(party.Code);
            var isRightAfter = party.Partner && party.First >= mention.HeadEnd && party.First - mention.HeadEnd <= RightAfter;
            has |= isRightAfter && isMember;
            leavesOut |= isRightAfter && !isMember;
            hasListed |= party.Listed && isMember;
        }

        return (has, leavesOut, hasListed);
    }

    /// <summary>How far off the party is that stands farthest.</summary>
    private static int MostDistance(IReadOnlyList<string> codes, PartyMention[] actors, Mention mention)
    {
        var most = 0;
        for (var at = 0; at < codes.Count; at++)
            most = Math.Max(most, Distance(codes[at], actors, mention));
        return most;
    }

    private static int Distance(string code, PartyMention[] actors, Mention mention)
    {
        var least = int.MaxValue;
        foreach (var party in actors)
            if (party.Code == code)
                least = Math.Min(least, party.End <= mention.First ? mention.First - party.End : party.First >= mention.End ? party.First - mention.End : 0);
        return least == int.MaxValue ? Far : least;
    }
}
