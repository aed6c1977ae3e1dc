using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What speaks for an agreement being news of this article, however deep it stands, and against it.</summary>
internal static class NewsFeatures
{
    /// <summary>What a text may be about instead, by the value of <see cref="TermKind.Negative"/>.</summary>
    public static readonly string[] Against = ["trade", "company", "homonym", "exercise", "ceasefire", "domestic", "arms-control"];

    /// <summary>The observations.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="stage">Its stage.</param>
    public static Features Of(ArticleReading reading, Candidate candidate, StageReading stage)
    {
        var text = reading.Text;
        var features = new Features();
        var named = candidate.Mentions.Where(mention => mention.Naming > Naming.Bare).ToList();
        var own = candidate.Mentions.Select(mention => mention.Sentence).ToHashSet();
        var first = candidate.Mentions[0].Sentence - text.TitleSentences;
        var body = Math.Max(1, text.Sentences.Length - text.TitleSentences);
        features.Add("always", true);
        features.Add($"naming {candidate.Naming}", true);
        features.Add("in title", own.Any(text.IsTitle));
        features.Add("plainly in title", named.Exists(mention => text.IsTitle(mention.Sentence)));
        features.Add("in first sentence", own.Contains(text.TitleSentences));
        features.Add("in second sentence", own.Contains(text.TitleSentences + 1));
        features.Add("first past the fourth sentence", first > 3);
        features.Add("first in the last third", first > 3 && first > body * 2 / 3);
        features.Add("plain mentions", Math.Log2(1 + Math.Min(named.Count, 8)));
        features.Add("share of sentences", Math.Sqrt((double)own.Count / text.Sentences.Length));
        features.Add("length", Math.Log2(text.Sentences.Length));
        features.Add("agreements", Math.Log2(reading.Candidates.Count));
        features.Add("explicit parties", candidate.Explicit);
        features.Add("one of a list", candidate.Similar);
        features.Add("three parties or more", candidate.Parties.Count > 2);
        var here = own.Max(sentence => candidate.Parties.Count(code => reading.Parties[sentence].Any(party => party.Code == code && party.Role != PartyRole.Outsider)));
        features.Add("beside it none of its parties", here == 0);
        features.Add("beside it one of its parties", here == 1);
        features.Add("beside it all of its parties", here == candidate.Parties.Count);
        features.Add("parties in title", candidate.Parties.All(reading.Principal.InTitle.Contains));
        features.Add("one party in title", candidate.Parties.Any(reading.Principal.InTitle.Contains));
        features.Add("principal parties", candidate.Parties.Count == reading.Principal.Set.Count && candidate.Parties.All(reading.Principal.Set.Contains));
        features.Add("heaviest party", reading.Principal.ByWeight.Count > 0 && candidate.Parties.Contains(reading.Principal.ByWeight[0]));
        var life = KnownLife.Of(candidate, reading.Ages.Own);
        features.Add(life, true);
        features.Add($"{life}, {WireName.Of(stage.Stage)}", true);
        Tell(features, text, candidate, own, stage);
        Weigh(features, reading, candidate, own);
        if (first > 3)
            foreach (var (name, value) in features.Values.Where(pair => IsOfItself(pair.Name)).ToList())
                features.Add($"deep: {name}", value);
        return features;
    }

    /// <summary>True for what is told of the agreement itself: deep in a text it counts in another way than at its head.</summary>
    private static bool IsOfItself(string name)
        => name.StartsWith("claim", StringComparison.Ordinal) || name.StartsWith("naming", StringComparison.Ordinal) || name.StartsWith("age", StringComparison.Ordinal)
            || name.StartsWith("beside it", StringComparison.Ordinal) || name is "explicit parties" or "plain mentions" or "always";

    /// <summary>What is claimed of it, and where.</summary>
    private static void Tell(Features features, ReadText text, Candidate candidate, HashSet<int> own, StageReading stage)
    {
        features.Add($"stage {WireName.Of(stage.Stage)}", true);
        features.Add("sure of the stage", stage.Likelihood);
        if (stage.Claim is not { } claim)
            return;
        var isOwn = own.Contains(claim.Sentence);
        features.Add($"claim {claim.Name}", true);
        features.Add($"claim's object {ClaimObject.Of(text, claim, candidate)}", true);
        features.Add($"claim {claim.Name} of the past", claim.Past);
        features.Add("claim in title", text.IsTitle(claim.Sentence));
        features.Add("claim in its sentence", isOwn);
        features.Add("claim in its title", isOwn && text.IsTitle(claim.Sentence));
        features.Add($"{WireName.Of(claim.Manner)} in its sentence", isOwn);
        features.Add("claim of the past", claim.Past);
        features.Add("claim of late", claim.Recent);
        features.Add("claim of late, in its sentence", claim.Recent && isOwn);
        features.Add("claim of late, not of the past", claim.Recent && !claim.Past);
        features.Add("decided", claim.Decided);
    }

    /// <summary>What stands around it.</summary>
    private static void Weigh(Features features, ArticleReading reading, Candidate candidate, HashSet<int> own)
    {
        var text = reading.Text;
        var claims = own.SelectMany(sentence => reading.Claims[sentence]).ToList();
        foreach (var name in claims.Where(claim => !claim.Past).Select(claim => claim.Name).Distinct())
            features.Add($"beside it {name}", true);
        var dated = claims.ConvertAll(claim => (Claim: claim, Age: reading.Ages.Of(claim.Sentence, claim.First, claim.End)));
        foreach (var name in dated.Select(pair => $"beside it {WireName.Of(pair.Claim.Act)} {WireName.Of(pair.Claim.Manner)}, {pair.Age}").Distinct())
            features.Add(name, true);
        var ages = dated.Select(pair => pair.Age)
            .Concat(candidate.Mentions.Select(mention => reading.Ages.Of(mention.Sentence, mention.First, mention.End))).ToHashSet();
        foreach (var age in ages)
            features.Add($"age {age}", true);
        features.Add("age only Old", ages.Contains(Age.Old) && !ages.Contains(Age.Fresh) && !ages.Contains(Age.Recent) && !ages.Contains(Age.Ahead));
        features.Add("age never told", ages is { Count: 1 } && ages.Contains(Age.Untold));
        features.Add("claims beside it", Math.Log2(1 + claims.Count));
        features.Add("all beside it of the past", claims.Count > 0 && claims.TrueForAll(claim => claim.Past));
        features.Add("of late beside it", own.Any(sentence => Has(sentence, hit => hit.Term.Kind == TermKind.Recent)));
        features.Add("past beside it", own.All(sentence => Has(sentence, hit => hit.Term.Kind == TermKind.Background)));
        features.Add("history beside it", own.Any(sentence => Has(sentence, hit => hit.Term.Kind == TermKind.History)));
        features.Add("history in title", Enumerable.Range(0, text.TitleSentences).Any(sentence => Has(sentence, hit => hit.Term.Kind == TermKind.History)));
        features.Add("denial in title or first sentence", Enumerable.Range(0, Math.Min(text.Sentences.Length, text.TitleSentences + 1)).Any(sentence => Has(sentence, hit => hit.Term.Kind is TermKind.Deny or TermKind.DenyAfter)));
        features.Add("history", Math.Log2(1 + reading.Surroundings.History));
        foreach (var kind in Against)
        {
            features.Add($"{kind} in title", Enumerable.Range(0, text.TitleSentences).Any(sentence => Has(sentence, hit => Is(hit, kind))));
            features.Add($"{kind} beside it", own.Any(sentence => Has(sentence, hit => Is(hit, kind))));
            features.Add(kind, reading.Surroundings.Of(kind));
        }

        bool Has(int sentence, Predicate<Hit> wanted) => Array.Exists(text.HitsOf(sentence).ToArray(), wanted);
    }

    private static bool Is(Hit hit, string kind) => hit.Term.Kind == TermKind.Negative && hit.Term.Value == kind;
}
