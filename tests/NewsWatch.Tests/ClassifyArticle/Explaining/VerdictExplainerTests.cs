using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle.Explaining;

public sealed class VerdictExplainerTests
{
    private const string Text = "Manila has suspended the termination of its visiting forces agreement with the United States. The pact was signed in 1998.";

    private static readonly AgreementClassifier Classifier = new();
    private readonly string[] why = Classifier.Explain(new("Manila keeps troop pact", Text) { Language = "en" }).Split('\n');

    [Fact]
    public void The_verdict_comes_first()
        => Assert.StartsWith(ArticleStateWord.Of(Classifier.Classify(new("Manila keeps troop pact", Text) { Language = "en" })) + ", score ", why[0], StringComparison.Ordinal);

    [Fact]
    public void The_claims_of_its_sentences_stand_under_them_with_their_stage()
    {
        var sentence = Array.FindIndex(why, line => line.Contains("sentence 1: Manila has suspended", StringComparison.Ordinal));
        Assert.Contains("suspend(end) done = in-force", why[sentence + 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  stage as news", "in-force by suspend(end) done")]
    [InlineData("      parties", "US")]
    [InlineData("names a real agreement", "named: ")]
    [InlineData("first among them", "visiting-forces PH US: ")]
    public void What_was_weighed_stands_under_its_question_with_what_each_observation_counts(string question, string alternative)
    {
        var heading = Array.FindIndex(why, line => line.StartsWith(question, StringComparison.Ordinal));
        Assert.True(heading >= 0, string.Join('\n', why));
        var depth = Depth(why[heading]);
        var answers = why.Skip(heading + 1).TakeWhile(line => Depth(line) > depth).ToList();
        Assert.Contains(answers, line => line.Contains(alternative, StringComparison.Ordinal));
        Assert.All(answers.Where(line => !line.TrimStart().StartsWith("and ", StringComparison.Ordinal)), line => Assert.Matches(@"^ +[+-]?\d+\.\d\d  .+: (.* [+-]?\d+\.\d\d)?$", line));
    }

    [Fact]
    public void What_is_hidden_by_another_is_told_with_what_hides_it()
        => Assert.Contains(why, line => line.TrimStart().StartsWith("hidden: \"", StringComparison.Ordinal) && line.Contains(", by \"", StringComparison.Ordinal));

    [Fact]
    public void The_weights_of_an_alternative_add_up_to_its_weight_and_the_heaviest_comes_first()
    {
        var heading = Array.FindIndex(why, line => line.StartsWith("  stage as ", StringComparison.Ordinal));
        var weights = why.Skip(heading + 1).TakeWhile(line => Depth(line) > 2)
            .Select(line => double.Parse(line.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
    }

    [Fact]
    public void A_text_that_speaks_of_none_is_told_as_such()
    {
        var none = Classifier.Explain(new("", "The town opened a new swimming pool on Saturday.") { Language = "en" });
        Assert.StartsWith("none, score 0.00", none, StringComparison.Ordinal);
        Assert.Contains("no sentence speaks of an agreement of defence", none, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_case_can_be_explained()
        => Assert.All(ShippedCases.All, record => Assert.Contains(", score ", Classifier.Explain(record.Input), StringComparison.Ordinal));

    private static int Depth(string line) => line.Length - line.TrimStart().Length;
}
