using System.Globalization;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>Tells why an article is read as it is. It asks the phases for what they weighed and decides nothing itself.</summary>
internal sealed class VerdictExplainer(AgreementLexicon lexicon, ReadingWeights weights)
{
    /// <summary>The verdict with its reasons.</summary>
    /// <param name="input">The article.</param>
    /// <param name="verdict">What was made of it.</param>
    public string Explain(ClassifierInput input, Classification verdict)
    {
        var page = new Page();
        page.Line(0, string.Create(CultureInfo.InvariantCulture, $"{ArticleStateWord.Of(verdict)}, score {verdict.Score:0.00}, rules {verdict.RuleSet}"));
        using var reading = ArticleReading.Of(input, lexicon, weights);
        using var untyped = ArticleReading.Compose(input, lexicon, weights.Parties.Of);
        if (reading is not null)
            Tell(page, reading, untyped!, verdict);
        else
            TellNone(page, input);
        return page.ToString();
    }

    private void Tell(Page page, ArticleReading reading, ArticleReading untyped, Classification verdict)
    {
        page.Line(0, $"read as {Languages(reading.Text)}; mainly about {Words(reading.Principal.Set)}");
        var ranked = new Ranker(reading, weights).Rank();
        page.Weigh(0, "names a real agreement (from 0)", [Weighed.Of("named", NamedFeatures.Of(reading, ranked.Max(one => one.NewsOdds), ranked.Max(one => one.RealOdds)), weights.Named)]);
        page.Weigh(0, "first among them", ranked.Select(one => Weighed.Of(
            AgreementExplainer.Name(one.Candidate), PrimaryFeatures.Of(reading, one.Candidate, one.NewsOdds), weights.Primary)));
        var agreements = new AgreementExplainer(reading, untyped, weights);
        foreach (var one in ranked)
            agreements.Tell(page, one, verdict);
        page.Line(0, "terms");
        foreach (var sentence in reading.Mentions.Select(mention => mention.Sentence).Distinct())
            TellTerms(page, reading.Text, sentence);
    }

    private void TellNone(Page page, ClassifierInput input)
    {
        using var reader = new Reader(input, lexicon);
        using var text = reader.Read();
        var mentions = new MentionFinder(text).Find();
        page.Line(0, $"read as {Languages(text)}");
        page.Line(0, mentions.Exists(mention => mention.Naming > Naming.Bare)
            ? "an agreement is spoken of, but not of which two parties"
            : "no sentence speaks of an agreement of defence");
        page.Line(0, "terms");
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            if (text.HitsOf(sentence).ToArray().Any(static hit => hit.Term.Kind <= TermKind.Acronym))
                TellTerms(page, text, sentence);
    }

    private void TellTerms(Page page, ReadText text, int sentence)
    {
        page.Line(1, text.Quote(sentence));
        foreach (var hit in text.HitsOf(sentence))
            page.Line(2, $"\"{text.Words(hit.First, hit.End)}\" {hit.Term.Kind}: {Quoting.Rule(hit.Term.Rule)}");
        foreach (var (hit, by) in text.HiddenIn(sentence, lexicon.Matcher))
            page.Line(2, $"hidden: \"{text.Words(hit.First, hit.End)}\" {hit.Term.Kind}: {Quoting.Rule(hit.Term.Rule)}, by \"{text.Words(by.First, by.End)}\" {Quoting.Rule(by.Term.Rule)}");
    }

    private string Languages(ReadText text)
        => text.Languages == ulong.MaxValue ? "any language" : Words(lexicon.Languages.Where(language => (lexicon.Bit(language) & text.Languages) != 0));

    private static string Words(IEnumerable<string> codes) => string.Join(' ', codes.DefaultIfEmpty("none"));
}
