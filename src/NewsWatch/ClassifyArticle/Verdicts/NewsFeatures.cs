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

    private const int Ages = (int)Age.Ahead + 1;

    /// <summary>The observations.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="into">Takes them, and is returned; null for a new list.</param>
    public static Features Of(ArticleReading reading, Candidate candidate, StageReading stage, Features? into = null)
    {
        var text = reading.Text;
        var features = Features.Empty(into);
        var own = candidate.Sentences();
        var first = candidate.Mentions[0].Sentence - text.TitleSentences;
        var body = Math.Max(1, text.Sentences.Length - text.TitleSentences);
        var (parties, principal) = (candidate.Parties, reading.Principal);
        features.Add("always", true);
        features.Add($"naming {candidate.Naming}", 1);
        features.Add("in title", Array.Exists(own, text.IsTitle));
        features.Add("plainly in title", Array.Exists(candidate.Mentions, mention => mention.Naming > Naming.Bare && text.IsTitle(mention.Sentence)));
        features.Add("in first sentence", candidate.SpeaksIn(text.TitleSentences));
        features.Add("in second sentence", candidate.SpeaksIn(text.TitleSentences + 1));
        features.Add("first past the fourth sentence", first > 3);
        features.Add("first in the last third", first > 3 && first > body * 2 / 3);
        features.Add("plain mentions", Math.Log2(1 + Math.Min(candidate.CountPlain(), 8)));
        features.Add("share of sentences", Math.Sqrt((double)own.Length / text.Sentences.Length));
        features.Add("length", Math.Log2(text.Sentences.Length));
        features.Add("agreements", Math.Log2(reading.Candidates.Count));
        features.Add("explicit parties", candidate.Explicit);
        features.Add("one of a list", candidate.Similar);
        features.Add("three parties or more", parties.Count > 2);
        var here = MostPartiesBeside(reading, parties, own);
        features.Add("beside it none of its parties", here == 0);
        features.Add("beside it one of its parties", here == 1);
        features.Add("beside it all of its parties", here == parties.Count);
        features.Add("parties in title", principal.InTitle.HasAll(parties));
        features.Add("one party in title", principal.InTitle.HasAny(parties));
        features.Add("principal parties", principal.Are(parties));
        features.Add("heaviest party", principal.ByWeight.Count > 0 && parties.Has(principal.ByWeight[0]));
        var life = KnownLife.Of(candidate, reading.Ages.Own);
        features.Add(life, true);
        features.Add($"{life}, {WireName.Of(stage.Stage)}", 1);
        Tell(features, text, candidate, stage);
        Weigh(features, reading, candidate, own);
        if (first > 3)
            AddDeep(features);
        return features;
    }

    /// <summary>What is told of the agreement itself counts in another way deep in a text than at its head.</summary>
    private static void AddDeep(Features features)
    {
        var count = features.Values.Count;
        for (var at = 0; at < count; at++)
            if (features.Values[at] is var (name, value) && IsOfItself(name))
                features.Add($"deep: {name}", value);
    }

    private static bool IsOfItself(string name)
        => name.StartsWith("claim", StringComparison.Ordinal) || name.StartsWith("naming", StringComparison.Ordinal) || name.StartsWith("age", StringComparison.Ordinal)
            || name.StartsWith("beside it", StringComparison.Ordinal) || name is "explicit parties" or "plain mentions" or "always";

    /// <summary>How many of its parties one of its sentences names.</summary>
    private static int MostPartiesBeside(ArticleReading reading, IReadOnlyList<string> parties, int[] own)
    {
        var most = 0;
        foreach (var sentence in own)
        {
            var count = 0;
            for (var at = 0; at < parties.Count; at++)
                foreach (var party in reading.Parties[sentence])
                    if (party.Role != PartyRole.Outsider && party.Code == parties[at])
                    {
                        count++;
                        break;
                    }

            most = Math.Max(most, count);
        }

        return most;
    }

    /// <summary>What is claimed of it, and where.</summary>
    private static void Tell(Features features, ReadText text, Candidate candidate, StageReading stage)
    {
        features.Add($"stage {WireName.Of(stage.Stage)}", 1);
        features.Add("sure of the stage", stage.Likelihood);
        if (stage.Claim is not { } claim)
            return;
        var isOwn = candidate.SpeaksIn(claim.Sentence);
        features.Add($"claim {claim.Name}", 1);
        features.Add($"claim's object {ClaimObject.Of(text, claim, candidate)}", 1);
        features.When(claim.Past, $"claim {claim.Name} of the past");
        features.Add("claim in title", text.IsTitle(claim.Sentence));
        features.Add("claim in its sentence", isOwn);
        features.Add("claim in its title", isOwn && text.IsTitle(claim.Sentence));
        features.When(isOwn, $"{WireName.Of(claim.Manner)} in its sentence");
        features.Add("claim of the past", claim.Past);
        features.Add("claim of late", claim.Recent);
        features.Add("claim of late, in its sentence", claim.Recent && isOwn);
        features.Add("claim of late, not of the past", claim.Recent && !claim.Past);
        features.Add("decided", claim.Decided);
    }

    /// <summary>What stands around it.</summary>
    private static void Weigh(Features features, ArticleReading reading, Candidate candidate, int[] own)
    {
        var text = reading.Text;
        WeighClaims(features, reading, candidate, own);
        features.Add("of late beside it", IsIn(own, TermKind.Recent));
        features.Add("past beside it", Array.TrueForAll(own, sentence => text.Has(sentence, TermKind.Background)));
        features.Add("history beside it", IsIn(own, TermKind.History));
        var title = text.TitleSentences;
        features.Add("history in title", IsInFirst(title, TermKind.History));
        var lead = Math.Min(text.Sentences.Length, title + 1);
        features.Add("denial in title or first sentence", IsInFirst(lead, TermKind.Deny) || IsInFirst(lead, TermKind.DenyAfter));
        features.Add("history", Math.Log2(1 + reading.Surroundings.History));
        foreach (var kind in Against)
        {
            var (inTitle, beside) = (false, false);
            for (var sentence = 0; sentence < title; sentence++)
                inTitle |= Speaks(text, sentence, kind);
            foreach (var sentence in own)
                beside |= Speaks(text, sentence, kind);
            features.When(inTitle, $"{kind} in title");
            features.When(beside, $"{kind} beside it");
            features.Add(kind, reading.Surroundings.Of(kind));
        }

        bool IsIn(int[] sentences, TermKind kind)
        {
            foreach (var sentence in sentences)
                if (text.Has(sentence, kind))
                    return true;
            return false;
        }

        bool IsInFirst(int sentences, TermKind kind)
        {
            for (var sentence = 0; sentence < sentences; sentence++)
                if (text.Has(sentence, kind))
                    return true;
            return false;
        }
    }

    /// <summary>What its sentences claim, and how long ago that was.</summary>
    private static void WeighClaims(Features features, ArticleReading reading, Candidate candidate, int[] own)
    {
        var (count, past, kinds) = (0, 0, 0);
        Span<Age> ages = stackalloc Age[Ages];
        foreach (var sentence in own)
            foreach (var claim in reading.Claims[sentence])
            {
                (count, past) = (count + 1, past + (claim.Past ? 1 : 0));
                if (!claim.Past)
                    features.AddOnce($"beside it {claim.Name}");
            }

        foreach (var sentence in own)
            foreach (var claim in reading.Claims[sentence])
            {
                var age = reading.Ages.Of(sentence, claim.First, claim.End);
                features.AddOnce($"beside it {WireName.Of(claim.Act)} {WireName.Of(claim.Manner)}, {age}");
                if (!ages[..kinds].Contains(age))
                    ages[kinds++] = age;
            }

        foreach (var mention in candidate.Mentions)
            if (reading.Ages.Of(mention.Sentence, mention.First, mention.End) is var age && !ages[..kinds].Contains(age))
                ages[kinds++] = age;
        ages = ages[..kinds];
        foreach (var age in ages)
            features.Add($"age {age}", 1);
        features.Add("age only Old", ages.Contains(Age.Old) && !ages.ContainsAny([Age.Fresh, Age.Recent, Age.Ahead]));
        features.Add("age never told", ages is [Age.Untold]);
        features.Add("claims beside it", Math.Log2(1 + count));
        features.Add("all beside it of the past", count > 0 && past == count);
    }

    private static bool Speaks(ReadText text, int sentence, string kind)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Kind == TermKind.Negative && hit.Term.Value == kind)
                return true;
        return false;
    }
}
