using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading.Dates;

/// <summary>Reads when a stage happened or will, from the sentences that tell the stage.</summary>
internal sealed class StageDateReader(ReadText text)
{
    private const int SentencesOfLead = 6;
    private const int Reach = 12;
    private const int ReachOfOnlyDate = 30;
    private const int ReachFromMention = 6;
    private const int AcrossMark = 3;

    // In lists the year follows the name: "GSOMIA in 2002, LEMOA in 2016".
    private const int AheadOfName = 6;

    private readonly DateOnly? own = text.Published is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
    private readonly Dictionary<int, DateScanner> scanners = [];
    private readonly Dictionary<int, List<DateExpression>> dates = [];

    /// <summary>The date of the news: beside a cue of its stage, the agreement's own sentences first; null where nothing is told.</summary>
    public StageDate? OfNews(Candidate candidate, AgreementStage stage)
    {
        if (stage == AgreementStage.Mentioned)
            return null;
        var spoken = candidate.Mentions.Select(mention => mention.Sentence).ToHashSet();
        var lead = Enumerable.Range(0, Math.Min(text.Sentences.Length, text.TitleSentences + SentencesOfLead));
        return spoken.Order().Concat(lead.Where(sentence => !spoken.Contains(sentence)))
            .Select(sentence => InSentence(sentence, stage))
            .FirstOrDefault(date => date is not null);
    }

    /// <summary>The date of an agreement told beside the news: right beside its name, or beside the cue of its stage.</summary>
    public StageDate? OfBackground(Candidate candidate, StageReading stage)
    {
        foreach (var mention in candidate.Mentions)
            if (Nearest(mention.Sentence, mention.First, mention.End, ReachFromMention) is { } beside && Owner(mention.Sentence, beside) is var owner
                && (owner is null || owner.Value.Term.Stage == stage.Stage))
                return Resolve(mention.Sentence, beside, stage.Stage);
        return stage.Cue is null || stage.Stage == AgreementStage.Mentioned
            ? null
            : candidate.Mentions.Select(mention => InSentence(mention.Sentence, stage.Stage)).FirstOrDefault(date => date is not null);
    }

    private StageDate? InSentence(int sentence, AgreementStage stage)
    {
        (DateExpression Date, int Distance)? best = null;
        var found = Dates(sentence);
        var reach = found.Count == 1 ? ReachOfOnlyDate : Reach;
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Stage == stage)
                foreach (var date in found)
                    if (Distance(date, hit.First, hit.End) is var distance
                        && distance <= reach * Width(date)
                        && (best is null || distance < best.Value.Distance)
                        && Owner(sentence, date)?.Term.Stage == stage)
                        best = (date, distance);
        return best is null ? null : Resolve(sentence, best.Value.Date, stage);
    }

    /// <summary>The stage that a date belongs to: the nearest cue's, the one before the date where two are as near.</summary>
    private Hit? Owner(int sentence, DateExpression date)
    {
        Hit? owner = null;
        var least = int.MaxValue;
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Stage is not null and not AgreementStage.Mentioned && Distance(date, hit.First, hit.End) is var distance && distance < least)
                (owner, least) = (hit, distance);
        return owner;
    }

    private DateExpression? Nearest(int sentence, int first, int end, int reach)
    {
        DateExpression? nearest = null;
        var least = int.MaxValue;
        foreach (var date in Dates(sentence))
            if (Distance(date, first, end) + (date.End <= first ? AheadOfName : 0) is var distance && distance <= reach * Width(date) && distance < least)
                (nearest, least) = (date, distance);
        return nearest;
    }

    private StageDate? Resolve(int sentence, DateExpression date, AgreementStage stage)
    {
        var planned = stage is AgreementStage.Proposed or AgreementStage.Negotiating or AgreementStage.AgreedInPrinciple
            && Scanner(sentence).SpeaksOfFuture();
        if (new DateResolver(own, planned).Resolve(date) is not var (first, grain))
            return null;
        var isTooLate = own is { } day && first > day.AddDays(1)
            && stage is not (AgreementStage.Proposed or AgreementStage.Negotiating or AgreementStage.AgreedInPrinciple);
        return isTooLate ? null : new(first, grain, text.Evidence(date.First, date.End, date.Rule));
    }

    /// <summary>Words between, and more for each comma: "signed on 5 May, entered into force" keeps the day with the signing.</summary>
    private int Distance(DateExpression date, int first, int end)
    {
        var (from, to) = date.End <= first ? (date.End, first) : date.First >= end ? (end, date.First) : (0, -1);
        var distance = Math.Max(0, to - from);
        for (var at = from; at <= to; at++)
            if (text.Tokens[at].Before is ',' or ';' or '(' or ':' or '、' or '，' or '،' or '–' or '—')
                distance += AcrossMark;
        return distance;
    }

    /// <summary>In scripts where each character is a word, things stand further apart.</summary>
    private int Width(DateExpression date) => Folding.IsIdeographic(text.At(text.Tokens[date.End - 1].Start)) ? 2 : 1;

    private List<DateExpression> Dates(int sentence)
        => dates.TryGetValue(sentence, out var found) ? found : dates[sentence] = Scanner(sentence).Find();

    private DateScanner Scanner(int sentence)
        => scanners.TryGetValue(sentence, out var scanner)
            ? scanner
            : scanners[sentence] = new(text, DateVocabulary.Default, text.Sentences[sentence]);
}
