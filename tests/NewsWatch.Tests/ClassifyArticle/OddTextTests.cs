using System.Diagnostics;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>Texts nobody writes, and machines sometimes send.</summary>
public sealed class OddTextTests
{
    private const string Pact = "France and Japan signed a defence cooperation agreement. ";

    private static readonly AgreementClassifier Classifier = new();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\uD800 defence agreement \uDC00\uD800")]
    [InlineData("defence agreement \u202Eاتفاق دفاعي\u202C between فرنسا and 日本 \uFFFE\uFFFF\0")]
    [InlineData("(((((((((((((((((((( defence pact ))))))))))))))))))))")]
    public void Are_read_without_exception(string text) => Assert.NotNull(Classifier.Classify(new(text, text)));

    [Fact]
    public void Ten_megabytes_are_bounded()
    {
        var text = string.Concat(Enumerable.Repeat(Pact, 10_000_000 / Pact.Length));
        var started = Stopwatch.GetTimestamp();
        Assert.True(Classifier.Classify(new("France and Japan sign pact", text)).Flagged);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void One_endless_sentence_is_bounded()
    {
        var text = string.Concat(Enumerable.Repeat("defence agreement signed with France and Japan ", 20_000));
        var started = Stopwatch.GetTimestamp();
        Assert.NotNull(Classifier.Classify(new("", text)));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Evidence_counts_in_the_text_where_it_repeats_the_title()
    {
        const string title = "France and Japan sign defence cooperation agreement";
        var verdict = Classifier.Classify(new(title, title + "\n" + Pact));
        Assert.True(verdict.Flagged);
        Assert.All(verdict.Agreements[0].Evidence, evidence => Assert.False(evidence.InTitle));
    }

    [Fact]
    public void Evidence_in_a_title_that_stands_apart_says_so()
    {
        const string title = "France and Japan sign defence cooperation agreement";
        var verdict = Classifier.Classify(new(title, "The ministers met in Paris on Friday."));
        Assert.Contains(verdict.Agreements[0].Evidence, evidence => evidence.InTitle && title[evidence.Start..evidence.End].Contains("agreement", StringComparison.Ordinal));
    }
}
