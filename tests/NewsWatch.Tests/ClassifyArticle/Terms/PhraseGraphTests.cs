using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class PhraseGraphTests
{
    [Theory]
    [InlineData("defence pact signed", "0-2 one", "0-3 two")]
    [InlineData("defence treaty", "0-2 one")]
    [InlineData("defence deal")]
    public void Every_term_that_begins_at_a_word_is_found_however_much_they_share(string text, params string[] found)
        => Assert.Equal(found, Match(text, 1, ("defence (pact|treaty)", 1, "one"), ("defence pact signed", 1, "two")));

    [Fact]
    public void Two_terms_of_one_pattern_are_both_found()
        => Assert.Equal(["0-1 one", "0-1 two"], Match("pact", 1, ("pact", 1, "one"), ("pact", 1, "two")));

    [Fact]
    public void A_term_of_another_language_is_not()
        => Assert.Equal(["0-1 one"], Match("pact", 1, ("pact", 1, "one"), ("pact", 2, "two")));

    [Theory]
    [InlineData("not a pact", 1)]
    [InlineData("not quite a pact", 1)]
    [InlineData("not quite yet a pact", 0)]
    public void A_gap_is_at_most_as_long_as_it_says(string text, int found)
        => Assert.Equal(found, Match(text, 1, ("not ~2 pact", 1, "one")).Count);

    [Fact]
    public void A_pattern_that_may_be_nothing_is_found_nowhere()
        => Assert.Empty(Match("pact", 1, ("(treaty|)", 1, "one")));

    private static List<string> Match(string text, ulong languages, params (string Pattern, int Languages, string Name)[] terms)
    {
        var lexicon = ReadTexts.Lexicon(terms.Select(term => (new Term(TermKind.Noun, term.Name, (ulong)term.Languages, term.Name), term.Pattern)));
        var tokens = new List<Token>();
        var cut = new Tokenizer(lexicon.Words, lexicon.Words.Borrow(), text, 0);
        while (cut.Next(tokens, out _))
        {
        }

        var hits = new List<Hit>();
        lexicon.Matcher.MatchAt([.. tokens], 0, languages, hits);
        return [.. hits.Select(hit => $"{hit.First}-{hit.End} {hit.Term.Value}").Order(StringComparer.Ordinal)];
    }
}
