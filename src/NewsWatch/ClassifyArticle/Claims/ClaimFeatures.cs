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
    private readonly Standing[] sentences;
    private readonly List<Placed> claims = [];
    private Claim? firstOwn;

    /// <summary>Gathers the claims that can be meant.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="background">True where it is told beside the news: then only its own sentences and their neighbours in the body speak for it.</param>
    public ClaimFeatures(ArticleReading reading, Candidate candidate, bool background)
    {
        text = reading.Text;
        this.candidate = candidate;
        life = KnownLife.Of(candidate, reading.Ages.Own);
        sentences = new Standing[reading.Claims.Length];
        Mark(candidate.Mentions, Standing.Own);
        Mark(candidate.Echoes, Standing.Echo);
        foreach (var other in reading.Candidates)
            if (other != candidate)
                Mark(other.Mentions, Standing.OfOthers);
        for (var sentence = 0; sentence < sentences.Length; sentence++)
            if (IsNear(sentence, background))
                foreach (var claim in reading.Claims[sentence])
                    if (claim.Stage is { } stage && claims.Count < MostClaims)
                        Add(claim, stage, reading);
    }

    /// <summary>Every claim, and the silence of a text that says nothing, each with what speaks for it.</summary>
    /// <param name="into">Takes what speaks for one after the other, each until the next; null for lists that last.</param>
    public IEnumerable<ClaimAlternative> Alternatives(Features? into = null)
    {
        foreach (var placed in claims)
            yield return new(placed.Stage, placed.Claim, Describe(placed, Features.Empty(into)));
        var (inItsSentences, ofItsOwn) = (claims.Exists(claim => claim.IsOwn), claims.Exists(claim => claim.IsOwn && !claim.Foreign));
        var silence = Features.Empty(into);
        silence.Add("silence", true);
        silence.Add("silence, and no claim in its sentences", !inItsSentences);
        silence.Add("silence, and no claim of its own", !ofItsOwn);
        yield return new(AgreementStage.Mentioned, null, silence);
        if (!IsDated(candidate.Mentions))
            yield break;
        var dated = Features.Empty(into);
        dated.Add("a year alone", true);
        dated.Add("a year, and no claim of its own", !ofItsOwn);
        yield return new(AgreementStage.Signed, null, dated);
    }

    private Features Describe(Placed placed, Features features)
    {
        var claim = placed.Claim;
        var name = claim.Name;
        var place = claim.Sentence - text.TitleSentences;
        var isOwn = placed.IsOwn;
        var isEcho = Is(claim.Sentence, Standing.Echo);
        var ofOthers = Is(claim.Sentence, Standing.OfOthers);
        var beside = Compare(placed);
        features.Add(name, true);
        features.Add($"stage {WireName.Of(placed.Stage)}", 1);
        features.Add($"stage {WireName.Of(placed.Stage)}, {life}", 1);
        features.Add("in title", place < 0);
        features.When(place < 0, $"{name} in title");
        features.Add("in title that names it", place < 0 && isOwn);
        features.Add("in first sentence", place == 0);
        features.Add("in second sentence", place == 1);
        features.Add("in third or fourth sentence", place is 2 or 3);
        features.Add("farther down", place > 3);
        features.Add("in its sentence", isOwn && !placed.Foreign);
        features.When(isOwn && !placed.Foreign, $"{name} in its sentence");
        features.When(isOwn && !placed.Foreign && placed.Distance <= 3, $"{name} right beside it");
        features.Add("in a sentence that echoes it", !isOwn && isEcho);
        features.Add("nearer to another", placed.Foreign);
        features.Add("in a sentence of others", !isOwn && ofOthers);
        features.Add("in a sentence of none", !isOwn && !isEcho && !ofOthers);
        features.Add("in the sentence after it", !isOwn && Is(claim.Sentence - 1, Standing.Own));
        features.Add("nearness", placed.Distance < Far ? 1.0 / (1 + (placed.Distance / 3.0)) : 0);
        var of = ClaimObject.Of(text, claim, candidate);
        features.Add($"object {of}", 1);
        features.When(of is not ObjectOfClaim.None, $"{WireName.Of(claim.Act)}, object {of}");
        features.Add("before it", isOwn && placed.Before);
        features.Add("nearest of its sentence", isOwn && !beside.IsNearer);
        features.Add("parted from it by another", isOwn && beside.IsNearerOnItsSide);
        features.Add("of the past", claim.Past);
        features.When(claim.Past, $"{name} of the past");
        features.Add("of late", claim.Recent);
        features.Add($"age {placed.Age}", 1);
        features.When(placed.Age != Age.Untold, $"{WireName.Of(claim.Act)}, age {placed.Age}");
        features.Add("decided", claim.Decided);
        features.When(claim.Decided, $"{name} decided");
        features.Add("first of its own", firstOwn == claim);
        features.Add("others say the same", Math.Log2(1 + beside.SayTheSame));
        features.Add("the title says the same", beside.TitleSaysTheSame);
        features.Add("the title says otherwise", place >= 0 && beside.TitleClaims && !beside.TitleSaysTheStage);
        return features;
    }

    private void Add(Claim claim, AgreementStage stage, ArticleReading reading)
    {
        var isOwn = Is(claim.Sentence, Standing.Own);
        var (distance, before) = (int.MaxValue, false);
        Near(candidate.Mentions);
        Near(candidate.Echoes);
        distance = distance == int.MaxValue ? Far : distance;
        claims.Add(new(claim, stage, distance, ForeignDistance(claim, reading.Spoken.In(claim.Sentence)) < distance, before, isOwn)
        {
            Age = isOwn || Is(claim.Sentence, Standing.Echo) ? reading.Ages.Of(claim.Sentence, claim.First, claim.End) : Age.Untold,
        });
        firstOwn ??= isOwn ? claim : null;

        void Near(Mention[] mentions)
        {
            foreach (var mention in mentions)
                if (mention.Sentence == claim.Sentence && Distance(claim, mention) is var far && far < distance)
                    (distance, before) = (far, mention.First >= claim.End);
        }
    }

    /// <summary>How far off another agreement is spoken of in the claim's sentence.</summary>
    private int ForeignDistance(Claim claim, ReadOnlySpan<(Candidate, Mention)> spoken)
    {
        if (!Is(claim.Sentence, Standing.OfOthers))
            return Far;
        var least = int.MaxValue;
        foreach (var (of, mention) in spoken)
            if (of != candidate)
                least = Math.Min(least, Distance(claim, mention));
        return least;
    }

    /// <summary>How a claim stands to the others.</summary>
    private Beside Compare(Placed placed)
    {
        var beside = default(Beside);
        foreach (var other in claims)
        {
            var (isNearer, isSame) = (other.Claim.Sentence == placed.Claim.Sentence && other.Distance < placed.Distance, other.Stage == placed.Stage);
            var inTitle = text.IsTitle(other.Claim.Sentence);
            var isAnother = isSame && (inTitle || (other.IsOwn && !other.Foreign)) && other != placed;
            beside.IsNearer |= isNearer;
            beside.IsNearerOnItsSide |= isNearer && other.Before == placed.Before;
            beside.SayTheSame += isAnother && other.IsOwn && !other.Foreign ? 1 : 0;
            beside.TitleSaysTheSame |= isAnother && inTitle;
            beside.TitleClaims |= inTitle;
            beside.TitleSaysTheStage |= isSame && inTitle;
        }

        return beside;
    }

    private void Mark(Mention[] mentions, Standing standing)
    {
        foreach (var mention in mentions)
            sentences[mention.Sentence] |= standing;
    }

    private bool Is(int sentence, Standing standing) => sentence >= 0 && sentence < sentences.Length && (sentences[sentence] & standing) != 0;

    /// <summary>News is told in its own sentences, the title and the lead; what stands far from all of them is of something else.</summary>
    private bool IsNear(int sentence, bool background)
        => Is(sentence, Standing.Own | Standing.Echo)
            || (!text.IsTitle(sentence) && (Is(sentence - 1, Standing.Own) || Is(sentence + 1, Standing.Own)))
            || (!background && sentence - text.TitleSentences < 4);

    /// <summary>"COMCASA in 2018": a year beside a background pact is the year it was signed.</summary>
    private bool IsDated(Mention[] mentions)
    {
        foreach (var mention in mentions)
            foreach (var hit in text.HitsOf(mention.Sentence))
                if (hit.Term.Kind == TermKind.Background && hit.First >= mention.End && hit.First - mention.End <= 3)
                    return true;
        return false;
    }

    private static int Distance(Claim claim, Mention mention)
        => claim.End <= mention.First ? mention.First - claim.End : claim.First >= mention.End ? claim.First - mention.End : 0;

    /// <summary>Whom a sentence speaks of.</summary>
    [Flags]
    private enum Standing : byte
    {
        Own = 1,
        Echo = 2,
        OfOthers = 4,
    }

    private readonly record struct Placed(Claim Claim, AgreementStage Stage, int Distance, bool Foreign, bool Before, bool IsOwn)
    {
        public Age Age { get; init; }
    }

    /// <summary>What other claims say, and how near.</summary>
    private record struct Beside(bool IsNearer, bool IsNearerOnItsSide, int SayTheSame, bool TitleSaysTheSame, bool TitleClaims, bool TitleSaysTheStage);
}

/// <summary>A claim that may tell an agreement's stage.</summary>
/// <param name="Stage">The stage that follows; <see cref="AgreementStage.Mentioned"/> for silence.</param>
/// <param name="Claim">The claim; null for silence, or a year alone.</param>
/// <param name="Features">What speaks for it.</param>
internal sealed record ClaimAlternative(AgreementStage Stage, Claim? Claim, Features Features);
