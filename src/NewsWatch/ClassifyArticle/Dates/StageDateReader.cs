using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>Reads when a stage happened or will, from the sentences that tell the stage.</summary>
internal sealed class StageDateReader(ArticleReading reading)
{
    private const int SentencesOfLead = 6;
    private const int Reach = 12;
    private const int ReachOfOnlyDate = 30;
    private const int ReachFromMention = 6;

    // In lists the year follows the name: "GSOMIA in 2002, LEMOA in 2016".
    private const int AheadOfName = 6;

    private readonly ReadText text = reading.Text;
    private readonly Claim[][] claims = reading.Claims;
    private readonly SentenceDates dates = reading.Ages.Dates;
    private readonly DateDistance distances = reading.Ages.Distances;
    private readonly DateOnly? own = reading.Text.Published is { } published ? DateOnly.FromDateTime(published.DateTime) : null;

    /// <summary>The date of the news: beside a claim of its stage, the agreement's own sentences first; null where nothing is told.</summary>
    public StageDate? OfNews(Candidate candidate, AgreementStage stage)
    {
        if (stage == AgreementStage.Mentioned)
            return null;
        foreach (var sentence in candidate.Sentences())
            if (InSentence(candidate, sentence, stage) is { } told)
                return told;
        for (var sentence = 0; sentence < Math.Min(text.Sentences.Length, text.TitleSentences + SentencesOfLead); sentence++)
            if (!candidate.SpeaksIn(sentence) && InSentence(candidate, sentence, stage) is { } told)
                return told;
        return null;
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
        if (stage.Claim is not null)
            foreach (var mention in candidate.Mentions)
                if (InSentence(candidate, mention.Sentence, stage.Stage) is { } told)
                    return told;
        return null;
    }

    private StageDate? InSentence(Candidate candidate, int sentence, AgreementStage stage)
    {
        (DateExpression Date, int Distance, Claim Of)? best = null;
        var found = dates.Of(sentence);
        foreach (var claim in claims[sentence])
            if (claim.Stage == stage)
                foreach (var date in found)
                    if (distances.Of(date, sentence, claim.First, claim.End) is var distance
                        && distance <= ReachOf(date, sentence, claim, found.Length == 1)
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
            if (claim.Stage is not null && !IsWithin(claim, claims[sentence]) && distances.Of(date, sentence, claim.First, claim.End) is var distance && distance < least)
                (owner, least) = (claim, distance);
        return owner;
    }

    private static bool IsWithin(Claim claim, Claim[] others)
    {
        foreach (var other in others)
            if (other.First < claim.First && claim.First < other.End)
                return true;
        return false;
    }

    private DateExpression? BesideName(Candidate candidate, Mention mention)
    {
        DateExpression? nearest = null;
        var least = int.MaxValue;
        foreach (var date in dates.Of(mention.Sentence))
            if (FromName(mention, date) is var distance
                && distance <= ReachFromMention * DateDistance.Width(text, date) && distance < least && !IsOfAnother(candidate, mention.Sentence, date))
                (nearest, least) = (date, distance);
        return nearest;
    }

    /// <summary>True where another agreement of the sentence stands nearer to the date, right beside it.</summary>
    private bool IsOfAnother(Candidate candidate, int sentence, DateExpression date)
    {
        var (ofOwn, ofOther) = (int.MaxValue, int.MaxValue);
        for (var at = FirstIn(sentence); at < reading.Mentions.Count && reading.Mentions[at] is var mention && mention.Sentence == sentence; at++)
            if (mention.Naming == Naming.Bare)
                continue;
            else if (candidate.Has(mention))
                ofOwn = Math.Min(ofOwn, FromName(mention, date));
            else
                ofOther = Math.Min(ofOther, FromName(mention, date));
        return ofOther < ofOwn && ofOther <= ReachFromMention;
    }

    /// <summary>Index of the first mention in a sentence, or behind it.</summary>
    private int FirstIn(int sentence)
    {
        var (low, high) = (0, reading.Mentions.Count);
        while (low < high)
            if ((low + high) / 2 is var middle && reading.Mentions[middle].Sentence < sentence)
                low = middle + 1;
            else
                high = middle;
        return low;
    }

    private int FromName(Mention mention, DateExpression date)
        => distances.Of(date, mention.Sentence, mention.First, mention.End) + (date.End <= mention.First ? AheadOfName : 0);

    private StageDate? Resolve(int sentence, DateExpression date, AgreementStage stage, Claim? claim)
    {
        // "The treaty of 8 April 2010": the day it was signed, whatever came of it.
        if (date.IsNamesake && stage != AgreementStage.Signed)
            return null;
        var isOpen = stage is AgreementStage.Proposed or AgreementStage.Negotiating or AgreementStage.AgreedInPrinciple;
        if (new DateResolver(own, isOpen && (claim?.Manner is Manner.Planned || dates.SpeaksOfFuture(sentence))).Resolve(date) is not var (first, grain))
            return null;
        return own is { } day && first > day.AddDays(1) && !isOpen
            ? null
            : new(first, grain, text.Evidence(date.First, date.End, date.Rule));
    }
}
