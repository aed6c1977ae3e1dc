using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.Tests.ClassifyArticle.Words;

/// <summary>Which of the terms found in the same words stay.</summary>
public sealed class HitSelectionTests
{
    [Theory]
    [InlineData("[party KP]\nKorea\n[party KR]\nSouth Korea", "in South Korea", "KR \"South Korea\"")]
    [InlineData("[noun]\npact\n[instrument mutual-defence]\nmutual defence pact", "a mutual defence pact", "mutual-defence \"mutual defence pact\"")]
    [InlineData("[instrument defence-cooperation]\nmilitary pact\n[instrument acsa]\nmilitary pact", "a military pact", "acsa \"military pact\"")]
    [InlineData("[act sign done]\nsigned\n[act sign planned]\nto be signed", "is to be signed", "sign planned \"to be signed\"")]
    public void The_longest_of_those_that_compete_stays(string terms, string text, string found)
        => Assert.Equal([found.Replace("planned ", "", StringComparison.Ordinal)], ReadTexts.With(terms, text).Found());

    [Theory]
    [InlineData("[noun]\npact\n[topic acsa]\nmilitary pact", "a military pact", "acsa \"military pact\"", "Noun \"pact\"")]
    [InlineData("[act suspend]\nsuspends\n[act end noun]\ntermination", "suspends the termination", "suspend \"suspends\"", "end noun \"termination\"")]
    [InlineData("[act suspend done]\nsuspended\n[act end]\nsuspended plans to end", "suspended plans to end", "end \"suspended plans to end\"")]
    public void Those_that_say_different_things_stay_beside_one_another(string terms, string text, params string[] found)
        => Assert.Equal(
            found.Select(hit => hit.Replace(" noun ", " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ReadTexts.With(terms, text).Found().Intersect(found.Select(hit => hit.Replace(" noun ", " ", StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_to_be_ignored_hides_everything_under_it_and_is_gone()
        => Assert.Empty(ReadTexts.With("[party ZA]\nRSA\n[noun]\nconference\n[ignore]\nRSA conference", "at the RSA conference").Found());

    [Fact]
    public void A_name_within_a_longer_one_in_Katakana_is_none()
        => Assert.Equal(["ML \"マリ\""], ReadTexts.With("[party ML]\nマリ", "マリとソマリア").Found());

    [Fact]
    public void A_Korean_name_begins_where_a_word_begins()
        => Assert.Equal(["KR \"한국\""], ReadTexts.With("[party KR]\n한국", "한국은 주한국").Found());

    [Fact]
    public void Whoever_asks_is_told_what_hides_a_hit()
    {
        var text = ReadTexts.Of("North Korea and the South Korean army", "en");
        Assert.Contains(text.HiddenIn(0, AgreementLexicon.Default.Matcher), hidden => hidden.By.Term.Kind == hidden.Hit.Term.Kind && hidden.By.Length >= hidden.Hit.Length);
        Assert.Empty(text.HiddenIn(0, ReadTexts.Lexicon([]).Matcher));
    }
}
