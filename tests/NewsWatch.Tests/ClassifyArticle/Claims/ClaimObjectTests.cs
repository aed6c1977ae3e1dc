using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

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
    [InlineData("The defence cooperation agreement of both, Norway and Poland, was signed. Norway and Poland need a defence cooperation agreement.", "Own")]
    [InlineData("Norway and Poland have a defence cooperation agreement that was by both of them with much ado signed.", "Own")]
    [InlineData("Norway and Poland have a defence cooperation agreement, as was said when ministers of both, with wives and dogs and all their other friends and foes, signed.", "None")]
    [InlineData("Norway and Poland have a defence pact. Pact signed in Oslo.", "Echo")]
    [InlineData("Norway and Poland have a defence pact. This defence pact was signed in Oslo.", "Own")]
    public void It_is_the_nearest_word_for_an_agreement(string text, string expected)
    {
        var reading = ArticleReading.Of(new("", text) { Language = "en" }, AgreementLexicon.Default, ReadingWeights.Shipped)!;
        var claim = reading.Claims.SelectMany(claims => claims).Last(claim => claim.Act == Act.Sign);
        Assert.Equal(expected, ClaimObject.Of(reading.Text, claim, reading.Candidates[0]).ToString());
    }

    [Theory]
    [InlineData("of two the nearer, before the act", "The pact they signed names another treaty.", "Own")]
    [InlineData("of two the nearer, behind the act", "The pact of both was signed after a treaty.", "Other")]
    [InlineData("of two as near the one behind", "Beside the pact they signed a treaty.", "Other")]
    [InlineData("of two behind the first", "They signed a treaty and praised the pact.", "Other")]
    [InlineData("one right before it, whatever follows", "The pact signed in Oslo names a treaty.", "Own")]
    [InlineData("not its neighbour behind", "They signed treaty, pact and protocol.", "Other")]
    [InlineData("not its neighbour before", "Pact, treaty signed.", "Other")]
    [InlineData("fifteen words off", "The pact that for many a year and day and in all the towns of both was signed.", "Own")]
    [InlineData("and none that is farther off", "The pact that for many a year and day and in all the fine towns of both was signed.", "None")]
    public void An_act_is_done_with(string why, string text, string expected)
    {
        var (read, claim, pact) = Read(text);
        var found = ClaimObject.Of(read, claim, Candidate(pact)).ToString();
        Assert.True(expected == found, $"{why}: {found}");
    }

    [Theory]
    [InlineData("a word of its own", "Museum pact signed.", "Told")]
    [InlineData("none before it", "Pact signed.", "Echo")]
    [InlineData("a word for defence", "Defence pact signed.", "Echo")]
    [InlineData("a word for what is no defence", "Trade pact signed.", "Told")]
    public void The_pact_that_is_said_again_has(string why, string text, string expected)
    {
        var (read, claim, pact) = Read(text);
        var found = ClaimObject.Of(read, claim, Candidate(pact with { First = -2, End = -1 }) with { Echoes = [pact] }).ToString();
        Assert.True(expected == found, $"{why}: {found}");
    }

    /// <summary>A text of one claim, and where it says "pact".</summary>
    private static (ReadText Text, Claim Claim, Mention Pact) Read(string text)
    {
        var read = ReadTexts.With("[act sign done]\nsigned\n[noun]\npact\ntreaty\n[domain]\ndefence\n[negative trade]\ntrade", text);
        var pact = read.HitsOf(0).ToArray().First(hit => hit.Term.Kind == TermKind.Noun && string.Equals(read.Words(hit.First, hit.End), "pact", StringComparison.OrdinalIgnoreCase));
        return (read, Assert.Single(new ClaimFinder(read).Find()[0]), new(0, pact.First, pact.End, Naming.Described, AgreementType.DefenceCooperation, ""));
    }

    private static Candidate Candidate(Mention mention) => new(["NO", "PL"], AgreementType.DefenceCooperation, Naming.Described, [mention]);
}
