using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.Tests.ClassifyArticle.Words;

/// <summary>The quick look that tells most news from agreements must let through whatever the whole reading would find.</summary>
public sealed class MayMentionTests
{
    [Fact]
    public void No_shipped_case_is_lost_by_the_quick_look()
    {
        foreach (var record in ShippedCases.All)
            foreach (var language in (string?[])[record.Lang, null])
            {
                using var reader = new Reader(new ClassifierInput(record.Title, record.Text) { Language = language }, AgreementLexicon.Default);
                var may = reader.MayMention();
                using var text = reader.Read();
                if (new MentionFinder(text).Find().Exists(mention => mention.Naming > Naming.Bare))
                    Assert.True(may, $"{record.Id} in {language ?? "no language"}");
            }
    }

    /// <summary>The reading goes on where the quick look stopped, within the words that tell the language or past them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void What_is_read_after_the_quick_look_is_what_is_read_without_it(int times)
    {
        foreach (var record in ShippedCases.All.Take(100))
        {
            var body = string.Concat(Enumerable.Repeat("Nothing of that kind is told here, on Monday.\n", 60 * (times - 1))) + record.Text;
            var input = new ClassifierInput(record.Title, body) { Language = record.Lang };
            using var looking = new Reader(input, AgreementLexicon.Default);
            looking.MayMention();
            using var after = looking.Read();
            using var reading = new Reader(input, AgreementLexicon.Default);
            using var alone = reading.Read();
            Assert.Equal(Written(alone), Written(after));
            Assert.Equal(alone.Sentences.ToArray(), after.Sentences.ToArray());
            Assert.Equal(alone.Found(), after.Found());
        }
    }

    private static IEnumerable<(int Start, int End, WordCase Case, char Before)> Written(ReadText text)
        => [.. text.Tokens.ToArray().Select(token => (token.Start, token.End, token.Case, token.Before))];

    [Theory]
    [InlineData("France and Japan signed an acquisition and cross-servicing agreement in Paris on Friday.")]
    [InlineData("France and Japan signed a defence agreement in Paris on Friday.")]
    [InlineData("Spain and Italy signed a military cooperation agreement in Rome.")]
    public void A_plain_sentence_is_enough(string sentence)
        => Assert.True(new AgreementClassifier().Classify(new("", sentence)).Flagged);
}
