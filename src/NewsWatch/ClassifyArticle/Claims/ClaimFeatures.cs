using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>What speaks for each claim of a text being the one that tells how far an agreement has come.</summary>
internal sealed class ClaimFeatures
{
    private const int Far = 40;

    /// <summary>Claims that are weighed of one agreement, the first of the text: each is held against all others.</summary>
    private const int MostClaims = 200;

    private readonly ReadText text;
    private readonly Candidate candidate;
    private readonly string life;
    private readonly HashSet<int> own;
    private readonly HashSet<int> echoed;
    private readonly HashSet<int> others;
    private readonly List<Placed> claims = [];

    /// <summary>Gathers the claims that can be meant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="all">Its claims, sentence by sentence.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="candidates">All agreements found.</param>
    /// <param name="background">True where it is told beside the news: then only its own sentences and their neighbours in the body speak for it.</param>
    /// <param name="ages">How long ago what a sentence tells was.</param>
    public ClaimFeatures(ReadText text, AgeReader ages, Claim[][] all, Candidate candidate, IReadOnlyList<Candidate> candidates, bool background)
    {
        this.text = text;
        this.candidate = candidate;
        life = KnownLife.Of(candidate, ages.Own);
        own = [.. candidate.Mentions.Select(mention => mention.Sentence)];
        echoed = [.. candidate.Echoes.Select(mention => mention.Sentence)];
        others = [.. candidates.Where(other => other != candidate).SelectMany(other => other.Mentions).Select(mention => mention.Sentence)];
        var here = candidate.Mentions.Concat(candidate.Echoes).ToLookup(mention => mention.Sentence);
        var elsewhere = candidates.Where(other => other != candidate).SelectMany(other => other.Mentions).ToLookup(mention => mention.Sentence);
        for (var sentence = 0; sentence < all.Length; sentence++)
            if (IsNear(sentence, background))
                foreach (var claim in all[sentence])
                    if (claim.Stage is { } stage && claims.Count < MostClaims)
                    {
                        var nearest = Nearest(claim, here[sentence]);
                        var distance = nearest is null ? Far : Distance(claim, nearest);
                        var foreign = elsewhere[sentence].Select(mention => Distance(claim, mention)).DefaultIfEmpty(Far).Min();
                        claims.Add(new(claim, stage, distance, foreign < distance, nearest is not null && nearest.First >= claim.End)
                        {
                            Age = own.Contains(sentence) || echoed.Contains(sentence) ? ages.Of(sentence, claim.First, claim.End) : Age.Untold,
                        });
                    }
    }

    /// <summary>Every claim, and the silence of a text that says nothing, each with what speaks for it.</summary>
    public IEnumerable<ClaimAlternative> Alternatives()
    {
        foreach (var placed in claims)
            yield return new(placed.Stage, placed.Claim, Of(placed));
        var silence = new Features();
        silence.Add("silence", true);
        silence.Add("silence, and no claim in its sentences", !claims.Exists(claim => own.Contains(claim.Claim.Sentence)));
        silence.Add("silence, and no claim of its own", !claims.Exists(claim => own.Contains(claim.Claim.Sentence) && !claim.Foreign));
        yield return new(AgreementStage.Mentioned, null, silence);
        if (!candidate.Mentions.Any(IsDated))
            yield break;
        var dated = new Features();
        dated.Add("a year alone", true);
        dated.Add("a year, and no claim of its own", !claims.Exists(claim => own.Contains(claim.Claim.Sentence) && !claim.Foreign));
        yield return new(AgreementStage.Signed, null, dated);
    }

    private Features Of(Placed placed)
    {
        var features = new Features();
        var claim = placed.Claim;
        var name = claim.Name;
        var place = claim.Sentence - text.TitleSentences;
        var isOwn = own.Contains(claim.Sentence);
        features.Add(name, true);
        features.Add($"stage {WireName.Of(placed.Stage)}", true);
        features.Add($"stage {WireName.Of(placed.Stage)}, {life}", true);
        features.Add("in title", place < 0);
        features.Add($"{name} in title", place < 0);
        features.Add("in title that names it", place < 0 && isOwn);
        features.Add("in first sentence", place == 0);
        features.Add("in second sentence", place == 1);
        features.Add("in third or fourth sentence", place is 2 or 3);
        features.Add("farther down", place > 3);
        features.Add("in its sentence", isOwn && !placed.Foreign);
        features.Add($"{name} in its sentence", isOwn && !placed.Foreign);
        features.Add($"{name} right beside it", isOwn && !placed.Foreign && placed.Distance <= 3);
        features.Add("in a sentence that echoes it", !isOwn && echoed.Contains(claim.Sentence));
        features.Add("nearer to another", placed.Foreign);
        features.Add("in a sentence of others", !isOwn && others.Contains(claim.Sentence));
        features.Add("in a sentence of none", !isOwn && !echoed.Contains(claim.Sentence) && !others.Contains(claim.Sentence));
        features.Add("in the sentence after it", !isOwn && own.Contains(claim.Sentence - 1));
        features.Add("nearness", placed.Distance < Far ? 1.0 / (1 + (placed.Distance / 3.0)) : 0);
        var of = ClaimObject.Of(text, claim, candidate);
        features.Add($"object {of}", true);
        features.Add($"{WireName.Of(claim.Act)}, object {of}", of is not ObjectOfClaim.None);
        features.Add("before it", isOwn && placed.Before);
        features.Add("nearest of its sentence", isOwn && claims.TrueForAll(other => other.Claim.Sentence != claim.Sentence || other.Distance >= placed.Distance));
        features.Add("parted from it by another", isOwn && claims.Exists(other => other.Claim.Sentence == claim.Sentence && other.Distance < placed.Distance && other.Before == placed.Before));
        features.Add("of the past", claim.Past);
        features.Add($"{name} of the past", claim.Past);
        features.Add("of late", claim.Recent);
        features.Add($"age {placed.Age}", true);
        features.Add($"{WireName.Of(claim.Act)}, age {placed.Age}", placed.Age != Age.Untold);
        features.Add("decided", claim.Decided);
        features.Add($"{name} decided", claim.Decided);
        features.Add("first of its own", claims.Find(other => own.Contains(other.Claim.Sentence))?.Claim == claim);
        features.Add("others say the same", Math.Log2(1 + claims.Count(other => other != placed && other.Stage == placed.Stage && own.Contains(other.Claim.Sentence) && !other.Foreign)));
        features.Add("the title says the same", claims.Exists(other => other != placed && other.Stage == placed.Stage && text.IsTitle(other.Claim.Sentence)));
        features.Add("the title says otherwise", place >= 0 && claims.Exists(other => text.IsTitle(other.Claim.Sentence)) && !claims.Exists(other => other.Stage == placed.Stage && text.IsTitle(other.Claim.Sentence)));
        return features;
    }

    /// <summary>News is told in its own sentences, the title and the lead; what stands far from all of them is of something else.</summary>
    private bool IsNear(int sentence, bool background)
        => own.Contains(sentence) || echoed.Contains(sentence)
            || (!text.IsTitle(sentence) && (own.Contains(sentence - 1) || own.Contains(sentence + 1)))
            || (!background && sentence - text.TitleSentences < 4);

    /// <summary>"COMCASA in 2018": a year beside a background pact is the year it was signed.</summary>
    private bool IsDated(Mention mention)
    {
        foreach (var hit in text.HitsOf(mention.Sentence))
            if (hit.Term.Kind == TermKind.Background && hit.First >= mention.End && hit.First - mention.End <= 3)
                return true;
        return false;
    }

    private static Mention? Nearest(Claim claim, IEnumerable<Mention> mentions) => mentions.MinBy(mention => Distance(claim, mention));

    private static int Distance(Claim claim, Mention mention)
        => claim.End <= mention.First ? mention.First - claim.End : claim.First >= mention.End ? claim.First - mention.End : 0;

    private sealed record Placed(Claim Claim, AgreementStage Stage, int Distance, bool Foreign, bool Before)
    {
        public Age Age { get; init; }
    }
}

/// <summary>A claim that may tell an agreement's stage.</summary>
/// <param name="Stage">The stage that follows; <see cref="AgreementStage.Mentioned"/> for silence.</param>
/// <param name="Claim">The claim; null for silence, or a year alone.</param>
/// <param name="Features">What speaks for it.</param>
internal sealed record ClaimAlternative(AgreementStage Stage, Claim? Claim, Features Features);
