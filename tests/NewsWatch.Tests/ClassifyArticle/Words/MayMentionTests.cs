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

    [Theory]
    [InlineData("France and Japan signed an acquisition and cross-servicing agreement in Paris on Friday.")]
    [InlineData("France and Japan signed a defence agreement in Paris on Friday.")]
    [InlineData("Spain and Italy signed a military cooperation agreement in Rome.")]
    public void A_plain_sentence_is_enough(string sentence)
        => Assert.True(new AgreementClassifier().Classify(new("", sentence)).Flagged);
}
