using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What speaks for an agreement coming first among those of its article.</summary>
internal static class PrimaryFeatures
{
    /// <summary>The observations on one candidate.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="newsOdds">Log odds of its being news.</param>
    public static Features Of(ArticleReading reading, Candidate candidate, double newsOdds)
    {
        var (text, principal, candidates) = (reading.Text, reading.Principal, reading.Candidates);
        var features = new Features();
        var named = candidate.Mentions.Count(mention => mention.Naming > Naming.Bare);
        features.Add("odds of news", newsOdds);
        features.Add(KnownLife.Of(candidate, reading.Ages.Own), true);
        features.Add("plain mentions", Math.Log2(1 + named));
        features.Add($"naming {candidate.Naming}", true);
        features.Add("in title", candidate.Mentions.Any(mention => text.IsTitle(mention.Sentence)));
        features.Add("in first sentence", Any(0));
        features.Add("in second sentence", Any(1));
        features.Add("in third or fourth sentence", Any(2) || Any(3));
        features.Add("first of all", candidates.All(other => other.Mentions[0].First >= candidate.Mentions[0].First));
        features.Add("order", candidates.Count(other => other.Mentions[0].First < candidate.Mentions[0].First));
        features.Add("principal parties", candidate.Parties.Count == principal.Set.Count && candidate.Parties.All(principal.Set.Contains));
        features.Add("heaviest party", principal.ByWeight.Count > 0 && candidate.Parties.Contains(principal.ByWeight[0]));
        features.Add("share of parties that are principal", (double)candidate.Parties.Count(principal.Set.Contains) / candidate.Parties.Count);
        features.Add("explicit parties", candidate.Explicit);
        features.Add("one of a list", candidate.Similar);
        features.Add("cooperation", candidate.Type == AgreementType.DefenceCooperation);
        features.Add("three parties or more", candidate.Parties.Count > 2);
        features.Add("only in sentences of the past", candidate.Mentions.All(mention => !text.IsTitle(mention.Sentence) && IsPast(mention)));
        features.Add("claim beside it in title or first sentence", candidate.Mentions.Any(mention => mention.Sentence <= text.TitleSentences && HasClaim(mention.Sentence)));
        return features;

        bool Any(int place) => candidate.Mentions.Any(mention => mention.Sentence - text.TitleSentences == place);

        bool HasClaim(int sentence) => Array.Exists(reading.Claims[sentence], claim => claim.Stage is not null and not AgreementStage.InForce);

        bool IsPast(Mention mention) => text.Has(mention.Sentence, TermKind.Background) || text.Has(mention.Sentence, TermKind.History) || text.Has(mention.Sentence, TermKind.Similar);
    }
}
