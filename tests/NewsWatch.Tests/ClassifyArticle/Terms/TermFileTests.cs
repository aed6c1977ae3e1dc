using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class TermFileTests
{
    [Theory]
    [InlineData("[nuon]\npact", "en.terms line 1: there is no section 'nuon'")]
    [InlineData("[topic acas]\nfuel", "en.terms line 1: there is no type 'acas'")]
    [InlineData("[noun]\npact\n[act sing]\nsign", "en.terms line 3: there is no act 'sing'")]
    [InlineData("[act sign doen]\nsigned", "en.terms line 1: there is no form of an act 'sign doen'")]
    [InlineData("[future far]\nwill", "en.terms line 1: there is no reach 'far'")]
    [InlineData("pact\n[noun]", "en.terms line 1: 'pact' stands before the first section")]
    public void A_misspelt_heading_is_refused_and_names_its_line(string file, string fault)
        => Assert.Equal(fault, Assert.Throws<FormatException>(() => Read(file)).Message);

    [Fact]
    public void A_heading_gives_the_act_and_its_form()
    {
        var (term, pattern) = Assert.Single(Read("# a comment\n[act sign done]\nsigned # another"));
        Assert.Equal((TermKind.Act, Act.Sign, ActForm.Done, "signed", "en:sign done:signed"), (term.Kind, term.Act, term.Form, pattern, term.Rule));
    }

    [Theory]
    [InlineData("[future]\nwill", 5)]
    [InlineData("[future 10]\nwird", 10)]
    public void A_marks_heading_gives_its_reach(string file, int reach) => Assert.Equal(reach, Assert.Single(Read(file)).Term.Reach);

    [Fact]
    public void A_named_choice_stands_for_its_words_in_patterns_and_in_later_names()
        => Assert.Equal(
            ["(pact|treaty) signed", "(military|defence) (pact|treaty)"],
            Read("$n = pact|treaty\n$dn = (military|defence) ($n)\n[noun]\n($n) signed\n$dn").Select(line => line.Pattern));

    private static List<(Term Term, string Pattern)> Read(string file) => [.. TermFile.Read("en", 1, new StringReader(file))];
}
