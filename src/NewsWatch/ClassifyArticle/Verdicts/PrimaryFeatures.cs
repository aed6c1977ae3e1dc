using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What speaks for an agreement coming first among those of its article.</summary>
internal static class PrimaryFeatures
{
    /// <summary>The observations on one candidate.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="newsOdds">Log odds of its being news.</param>
    /// <param name="into">Takes them, and is returned; null for a new list.</param>
    public static Features Of(ArticleReading reading, Candidate candidate, double newsOdds, Features? into = null)
    {
        var (text, principal, candidates) = (reading.Text, reading.Principal, reading.Candidates);
        var features = Features.Empty(into);
        var (inTitle, isPast, isClaimed) = (false, true, false);
        foreach (var mention in candidate.Mentions)
        {
            inTitle |= text.IsTitle(mention.Sentence);
            isPast &= !text.IsTitle(mention.Sentence) && IsPast(text, mention.Sentence);
            isClaimed |= mention.Sentence <= text.TitleSentences && HasClaim(reading.Claims[mention.Sentence]);
        }

        var before = 0;
        for (var at = 0; at < candidates.Count; at++)
            before += candidates[at].First < candidate.First ? 1 : 0;
        features.Add("odds of news", newsOdds);
        features.Add(KnownLife.Of(candidate, reading.Ages.Own), true);
        features.Add("plain mentions", Math.Log2(1 + candidate.CountPlain()));
        features.Add($"naming {candidate.Naming}", 1);
        features.Add("in title", inTitle);
        features.Add("in first sentence", candidate.SpeaksIn(text.TitleSentences));
        features.Add("in second sentence", candidate.SpeaksIn(text.TitleSentences + 1));
        features.Add("in third or fourth sentence", candidate.SpeaksIn(text.TitleSentences + 2) || candidate.SpeaksIn(text.TitleSentences + 3));
        features.Add("first of all", before == 0);
        features.Add("order", before);
        features.Add("principal parties", principal.Are(candidate.Parties));
        features.Add("heaviest party", principal.ByWeight.Count > 0 && candidate.Parties.Has(principal.ByWeight[0]));
        features.Add("share of parties that are principal", (double)principal.Set.CountOf(candidate.Parties) / candidate.Parties.Count);
        features.Add("explicit parties", candidate.Explicit);
        features.Add("one of a list", candidate.Similar);
        features.Add("cooperation", candidate.Type == AgreementType.DefenceCooperation);
        features.Add("three parties or more", candidate.Parties.Count > 2);
        features.Add("only in sentences of the past", isPast);
        features.Add("claim beside it in title or first sentence", isClaimed);
        return features;
    }

    private static bool HasClaim(Claim[] claims) => Array.Exists(claims, static claim => claim.Stage is not null and not AgreementStage.InForce);

    private static bool IsPast(ReadText text, int sentence)
        => text.Has(sentence, TermKind.Background) || text.Has(sentence, TermKind.History) || text.Has(sentence, TermKind.Similar);
}
