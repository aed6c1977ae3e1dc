using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>Reads when a stage happened or will, from the sentences that tell the stage.</summary>
internal sealed class StageDateReader(ReadText text, IReadOnlyList<Mention> mentions, Claim[][] claims)
{
    private const int SentencesOfLead = 6;
    private const int Reach = 12;
    private const int ReachOfOnlyDate = 30;
    private const int ReachFromMention = 6;

    // In lists the year follows the name: "GSOMIA in 2002, LEMOA in 2016".
    private const int AheadOfName = 6;

    private readonly DateOnly? own = text.Published is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
    private readonly ILookup<int, Mention> named = mentions.Where(mention => mention.Naming > Naming.Bare).ToLookup(mention => mention.Sentence);
    private readonly DateDistance distances = new(text);
    private readonly Dictionary<int, DateScanner> scanners = [];
    private readonly Dictionary<int, List<DateExpression>> dates = [];

    /// <summary>The date of the news: beside a claim of its stage, the agreement's own sentences first; null where nothing is told.</summary>
    public StageDate? OfNews(Candidate candidate, AgreementStage stage)
    {
        if (stage == AgreementStage.Mentioned)
            return null;
        var spoken = candidate.Mentions.Select(mention => mention.Sentence).ToHashSet();
        var lead = Enumerable.Range(0, Math.Min(text.Sentences.Length, text.TitleSentences + SentencesOfLead));
        return spoken.Order().Concat(lead.Where(sentence => !spoken.Contains(sentence)))
            .Select(sentence => InSentence(candidate, sentence, stage))
            .FirstOrDefault(date => date is not null);
    }

    /// <summary>The date of an agreement told beside the news: right beside its name, or beside the claim of its stage.</summary>
    public StageDate? OfBackground(Candidate candidate, StageReading stage)
    {
        if (stage.Stage == AgreementStage.Mentioned)
            return null;
        foreach (var mention in candidate.Mentions)
            if (BesideName(candidate, mention) is { } beside
                && Owner(mention.Sentence, beside) is var owner
                && (owner is null || owner.Stage == stage.Stage))
                return Resolve(mention.Sentence, beside, stage.Stage, owner);
        return stage.Claim is null
            ? null
            : candidate.Mentions.Select(mention => InSentence(candidate, mention.Sentence, stage.Stage)).FirstOrDefault(date => date is not null);
    }

    private StageDate? InSentence(Candidate candidate, int sentence, AgreementStage stage)
    {
        (DateExpression Date, int Distance, Claim Of)? best = null;
        var found = Dates(sentence);
        foreach (var claim in claims[sentence])
            if (claim.Stage == stage)
                foreach (var date in found)
                    if (distances.Of(date, Scanner(sentence), claim.First, claim.End) is var distance
                        && distance <= ReachOf(date, sentence, claim, found.Count == 1)
                        && (best is null || distance < best.Value.Distance)
                        && Owner(sentence, date)?.Stage == stage
                        && !IsOfAnother(candidate, sentence, date))
                        best = (date, distance, claim);
        return best is null ? null : Resolve(sentence, best.Value.Date, stage, best.Value.Of);
    }

    /// <summary>A date that opens its sentence, or is the only one behind the claim, may stand further off.</summary>
    private int ReachOf(DateExpression date, int sentence, Claim claim, bool isOnly)
        => DateDistance.Width(text, date) * ((isOnly && date.First >= claim.End) || date.First - text.Sentences[sentence].First <= 4 ? ReachOfOnlyDate : Reach);

    /// <summary>
    /// The claim that a date belongs to: the nearest, the first of two that are as near. Of "concluded talks on a pact on Friday" the talks begin
    /// within what was concluded, and take no date from it.
    /// </summary>
    private Claim? Owner(int sentence, DateExpression date)
    {
        Claim? owner = null;
        var least = int.MaxValue;
        foreach (var claim in claims[sentence])
            if (claim.Stage is not null && !Array.Exists(claims[sentence], other => other.First < claim.First && claim.First < other.End) && distances.Of(date, Scanner(sentence), claim.First, claim.End) is var distance && distance < least)
                (owner, least) = (claim, distance);
        return owner;
    }

    private DateExpression? BesideName(Candidate candidate, Mention mention)
    {
        DateExpression? nearest = null;
        var least = int.MaxValue;
        foreach (var date in Dates(mention.Sentence))
            if (FromName(mention, date) is var distance
                && distance <= ReachFromMention * DateDistance.Width(text, date) && distance < least && !IsOfAnother(candidate, mention.Sentence, date))
                (nearest, least) = (date, distance);
        return nearest;
    }

    /// <summary>True where another agreement of the sentence stands nearer to the date, right beside it.</summary>
    private bool IsOfAnother(Candidate candidate, int sentence, DateExpression date)
    {
        var (ofOwn, ofOther) = (int.MaxValue, int.MaxValue);
        foreach (var mention in named[sentence])
            if (candidate.Mentions.Contains(mention))
                ofOwn = Math.Min(ofOwn, FromName(mention, date));
            else
                ofOther = Math.Min(ofOther, FromName(mention, date));
        return ofOther < ofOwn && ofOther <= ReachFromMention;
    }

    private int FromName(Mention mention, DateExpression date)
        => distances.Of(date, Scanner(mention.Sentence), mention.First, mention.End) + (date.End <= mention.First ? AheadOfName : 0);

    private StageDate? Resolve(int sentence, DateExpression date, AgreementStage stage, Claim? claim)
    {
        // "The treaty of 8 April 2010": the day it was signed, whatever came of it.
        if (date.IsNamesake && stage != AgreementStage.Signed)
            return null;
        var isOpen = stage is AgreementStage.Proposed or AgreementStage.Negotiating or AgreementStage.AgreedInPrinciple;
        if (new DateResolver(own, isOpen && (claim?.Manner is Manner.Planned || Scanner(sentence).SpeaksOfFuture())).Resolve(date) is not var (first, grain))
            return null;
        return own is { } day && first > day.AddDays(1) && !isOpen
            ? null
            : new(first, grain, text.Evidence(date.First, date.End, date.Rule));
    }

    private List<DateExpression> Dates(int sentence)
        => dates.TryGetValue(sentence, out var found) ? found : dates[sentence] = Scanner(sentence).Find();

    private DateScanner Scanner(int sentence)
        => scanners.TryGetValue(sentence, out var scanner)
            ? scanner
            : scanners[sentence] = new(text, DateVocabulary.Default, text.Sentences[sentence]);
}
