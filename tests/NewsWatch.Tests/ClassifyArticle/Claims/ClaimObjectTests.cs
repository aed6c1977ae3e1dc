using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>What an act is done with, seen from the first agreement of a text: the object of the text's last claim.</summary>
public sealed class ClaimObjectTests
{
    [Theory]
    [InlineData("Norway and Poland signed a defence cooperation agreement in Oslo.", "Own")]
    [InlineData("Norway and Poland have a defence pact. The pact was signed in Oslo.", "Echo")]
    [InlineData("Norway and Poland have a defence pact. The museum pact was signed in Oslo.", "Told")]
    [InlineData("Norway and Poland have a defence pact. Norway and Japan signed an information security agreement in Oslo.", "Other")]
    [InlineData("Norway and Poland have a defence pact. It was signed in Oslo.", "None")]
    public void It_is_the_nearest_word_for_an_agreement(string text, string expected)
    {
        var reading = ArticleReading.Of(new("", text) { Language = "en" }, AgreementLexicon.Default, ReadingWeights.Shipped)!;
        var claim = reading.Claims.SelectMany(claims => claims).Last(claim => claim.Act == Act.Sign);
        Assert.Equal(expected, ClaimObject.Of(reading.Text, claim, reading.Candidates[0]).ToString());
    }
}
