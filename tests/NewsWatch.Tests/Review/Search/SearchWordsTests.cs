using NewsWatch.Review.Search;

namespace NewsWatch.Tests.Review.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("The Pact, signed.", "the pact signed ")]
    [InlineData("Łódź São Tomé Straße Ærø", "lodz sao tome strasse aero ")]
    [InlineData("Ｊａｐａｎ １２", "japan 12 ")]
    [InlineData("cafe\u0301", "cafe ")]
    [InlineData("日本とACSA", "日 本 と acsa ")]
    [InlineData("ﾆﾎﾝ", "ニ ホ ン ")]
    [InlineData("한국과", "한 국 과 ")]
    [InlineData("اتّفاقيـة", "اتفاقيه ")]
    [InlineData("ไทย", "ไ ท ย ")]
    [InlineData("𠮷田", "𠮷 田 ")]
    [InlineData("\uD842 x \uDFB7", "x ")]
    [InlineData("", "")]
    public void Text_is_cut_into_folded_words(string text, string expected) => Assert.Equal(expected, SearchWords.Row(text));

    [Fact]
    public void Words_know_where_they_stand()
    {
        const string text = "In Łódź: 日本!";
        Assert.Equal(["In", "Łódź", "日", "本"], SearchWords.Of(text).Select(word => text[word.Start..word.End]));
    }

    [Theory]
    [InlineData("party:japan stage:signed", "JP", "signed", "")]
    [InlineData("party:\"south korea\" talks", "KR", "", "talks")]
    [InlineData("party：uk \"mutual logistics\" -exercise agree*", "GB", "", "\"mutual logistics\"|-exercise|agree*")]
    [InlineData("nothing:here", "", "", "\"nothing here\"")]
    [InlineData("\" ' ( ) * : -", "", "", "")]
    [InlineData("a\"b OR NEAR(c)", "", "", "\"a b\"|or|\"near c\"")]
    public void What_is_typed_becomes_filters_and_words(string typed, string parties, string stages, string words)
    {
        var query = SearchSyntax.Apply(new() { Text = typed }, DateTimeOffset.UnixEpoch);
        Assert.Equal(parties, string.Join(',', query.Parties));
        Assert.Equal(stages, string.Join(',', query.Stages.Select(WireName.Of)));
        Assert.Equal(
            words,
            string.Join('|', query.Terms.Select(term =>
                $"{(term.Excludes ? "-" : "")}{(term.Words.Count > 1 ? $"\"{string.Join(' ', term.Words)}\"" : term.Words[0])}{(term.IsPrefix ? "*" : "")}")));
    }

    [Fact]
    public void A_snippet_is_cut_around_the_words_and_marks_them_as_they_are_written()
    {
        var text = $"{new string('a', 400)} In Łódź they signed it. {new string('b', 400)}";
        var terms = SearchSyntax.Apply(new() { Text = "lodz signed" }, DateTimeOffset.UnixEpoch).Terms;
        var snippet = Snippet.Of(text, terms)!;
        Assert.Equal(["Łódź", "signed"], snippet.Pieces.Where(piece => piece.IsMarked).Select(piece => piece.Text));
        Assert.InRange(snippet.Pieces.Sum(piece => piece.Text.Length), 20, 260);
    }
}
