using System.Globalization;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>Tells of one agreement how its parties, type and stage were found, and why it is news or background.</summary>
/// <param name="reading">What was read.</param>
/// <param name="untyped">The same before types were weighed.</param>
/// <param name="weights">What everything counts.</param>
internal sealed class AgreementExplainer(ArticleReading reading, ArticleReading untyped, ReadingWeights weights)
{
    private readonly ReadText text = reading.Text;
    private readonly StageReader stages = new(reading, weights);

    /// <summary>Type and parties.</summary>
    public static string Name(Candidate candidate) => $"{WireName.Of(candidate.Type)} {string.Join(' ', candidate.Parties)}";

    /// <summary>Writes all that decided on the agreement.</summary>
    public void Tell(Page page, RankedAgreement ranked, Classification verdict)
    {
        var candidate = ranked.Candidate;
        var found = verdict.Agreements.FirstOrDefault(one => one.Type == candidate.Type && one.Parties.SequenceEqual(candidate.Parties));
        var background = found is not { Background: false };
        page.Line(0, "");
        page.Line(0, $"{Name(candidate)}: {(found is null ? "left out" : $"{WireName.Of(found.Stage)}, {(background ? "background" : "news")}")}");
        TellMentions(page, candidate);
        TellType(page, candidate);
        TellClaims(page, candidate);
        page.Weigh(1, $"stage as {(background ? "background" : "news")}", stages.Alternatives(candidate, background)
            .Select(alternative => Weighed.Of(Says(alternative), alternative.Features, stages.Table(background))));
        var news = NewsFeatures.Of(reading, candidate, ranked.Stage);
        page.Weigh(
            1,
            string.Create(CultureInfo.InvariantCulture, $"news: {ranked.NewsScore:0.00}; the likeliest is news from {VerdictReader.Flagging:0.00}, one beside it from {VerdictReader.AlsoNews:0.00}"),
            [Weighed.Of("is news", news, weights.News)]);
        page.Weigh(
            1,
            string.Create(CultureInfo.InvariantCulture, $"real: kept beside the news from {VerdictReader.Keeping:0.00}"),
            [Weighed.Of("is one, as read", RealFeatures.Of(reading, candidate, news), weights.Real)]);
    }

    private void TellMentions(Page page, Candidate candidate)
    {
        page.Line(1, "spoken of");
        foreach (var mention in candidate.Mentions)
        {
            page.Line(2, $"{text.Place(mention.Sentence)}: \"{text.Words(mention.First, mention.End)}\" {mention.Naming} {WireName.Of(mention.Type)}: {Quoting.Rule(mention.Rule)}");
            page.Weigh(3, "parties", reading.Resolver.Alternatives(mention)
                .Select(one => Weighed.Of(string.Join("; ", one.Sets.Select(set => string.Join(' ', set.Codes))), one.Features, weights.Parties)));
        }

        foreach (var echo in candidate.Echoes)
            page.Line(2, $"{text.Place(echo.Sentence)}: \"{text.Words(echo.First, echo.End)}\" echoes it");
    }

    private void TellType(Page page, Candidate candidate)
    {
        if (TypeReader.IsToldByName(candidate))
            page.Line(1, "type and parties: told by the name");
        else
            foreach (var part in untyped.Candidates.Where(part => part.Mentions.Any(candidate.Mentions.Contains) && part.Parties.SequenceEqual(candidate.Parties)))
                page.Weigh(1, "type", new TypeFeatures(untyped, part).Alternatives()
                    .Select(alternative => Weighed.Of(WireName.Of(alternative.Type), alternative.Features, weights.Type)));
    }

    private void TellClaims(Page page, Candidate candidate)
    {
        page.Line(1, "claims of its sentences");
        foreach (var sentence in candidate.Mentions.Concat(candidate.Echoes).Select(mention => mention.Sentence).Distinct().Order())
        {
            page.Line(2, text.Quote(sentence));
            foreach (var claim in reading.Claims[sentence])
                page.Line(3, $"\"{text.Words(claim.First, claim.End)}\" {claim.Name} = {(claim.Stage is { } stage ? WireName.Of(stage) : "no stage")}{Beside(claim)}: {Quoting.Rule(claim.Rule)}");
        }
    }

    private string Says(ClaimAlternative alternative)
        => $"{WireName.Of(alternative.Stage)} by "
            + (alternative.Claim is { } claim ? $"{claim.Name}, {text.Place(claim.Sentence)} \"{text.Words(claim.First, claim.End)}\"" : "no claim");

    private string Beside(Claim claim)
    {
        var age = reading.Ages.Of(claim.Sentence, claim.First, claim.End);
        return (claim.Past ? ", of the past" : "") + (claim.Recent ? ", of late" : "") + (claim.Decided ? ", decided" : "")
            + (age == Dates.Age.Untold ? "" : $", age {age}");
    }
}
