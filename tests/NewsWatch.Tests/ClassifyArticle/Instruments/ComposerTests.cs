using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Tests.ClassifyArticle.Instruments;

/// <summary>Which mentions become one agreement.</summary>
public sealed class ComposerTests
{
    [Theory]
    [InlineData(
        "one pact named twice", "Spain and Tunisia signed a status of forces agreement. The agreement covers visiting troops.",
        "status-of-forces ES TN")]
    [InlineData(
        "a looser word for the same", "Spain and Tunisia signed a military agreement on Monday. The acquisition and cross-servicing agreement covers fuel.",
        "acsa ES TN")]
    [InlineData(
        "two types of one pair", "Spain and Tunisia signed an acquisition and cross-servicing agreement and a status of forces agreement.",
        "acsa ES TN", "status-of-forces ES TN")]
    [InlineData(
        "two pairs of one type", "Spain signed a status of forces agreement with Tunisia. Portugal signed a status of forces agreement with Ghana.",
        "status-of-forces ES TN", "status-of-forces GH PT")]
    [InlineData(
        "one for each partner of a list", "Japan has acquisition and cross-servicing agreements with Australia, Canada and India.",
        "acsa AU JP", "acsa CA JP", "acsa IN JP")]
    [InlineData(
        "of several states together", "Sweden, Norway and Finland signed a trilateral defence cooperation agreement.",
        "defence-cooperation FI NO SE")]
    [InlineData("no party but one", "Ghana wants a status of forces agreement.")]
    public void Mentions_compose(string why, string text, params string[] agreements)
    {
        var read = ArticleReading.Of(new("", text) { Language = "en" }, AgreementLexicon.Default, ReadingWeights.Shipped);
        var found = read?.Candidates.Select(one => $"{WireName.Of(one.Type)} {string.Join(' ', one.Parties.Order(StringComparer.Ordinal))}") ?? [];
        Assert.Equal((why, string.Join("; ", agreements)), (why, string.Join("; ", found.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void The_pact_echoes_the_last_agreement_that_fits()
    {
        var read = ArticleReading.Of(
            new("", "Spain and Tunisia signed a status of forces agreement. The pact was ratified in May.") { Language = "en" },
            AgreementLexicon.Default, ReadingWeights.Shipped)!;
        Assert.Equal(1, Assert.Single(Assert.Single(read.Candidates).Echoes).Sentence);
    }
}
