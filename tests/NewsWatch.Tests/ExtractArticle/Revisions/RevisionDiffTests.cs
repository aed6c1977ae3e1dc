using NewsWatch.ExtractArticle.Revisions;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle.Revisions;

public sealed class RevisionDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_where_it_stands()
        => Assert.Equal(
            [["The pact was ", "-agreed", "+signed", " on Monday."], ["A second block."]],
            Read("The pact was agreed on Monday.\nA second block.", "The pact was signed on Monday.\nA second block."));

    [Fact]
    public void Words_changed_in_a_row_are_one_change()
        => Assert.Equal(
            [["It was ", "-agreed in principle", "+signed at once", "."]],
            Read("It was agreed in principle.", "It was signed at once."));

    [Fact]
    public void A_new_block_is_added_between_blocks_that_stay()
        => Assert.Equal([["One."], ["+Two."], ["Three."]], Read("One.\nThree.", "One.\nTwo.\nThree."));

    [Fact]
    public void A_removed_block_is_shown_as_removed() => Assert.Equal([["One."], ["-Two."], ["Three."]], Read("One.\nTwo.\nThree.", "One.\nThree."));

    [Fact]
    public void A_first_text_is_all_added() => Assert.Equal([["+One."], ["+Two."]], Read("", "One.\nTwo."));

    [Fact]
    public void Text_without_spaces_is_compared_by_characters()
        => Assert.Equal([["両国は協定に", "-合意", "+署名", "した。"]], Read("両国は協定に合意した。", "両国は協定に署名した。"));

    [Fact]
    public void Numbers_and_contracted_words_are_words()
        => Assert.Equal([["It costs ", "-1,200.50", "+1,300.50", " and ", "-doesn't", "+didn't", " sell."]], Read("It costs 1,200.50 and doesn't sell.", "It costs 1,300.50 and didn't sell."));

    [Fact]
    public void The_same_text_is_not_changed()
    {
        var same = RevisionDiff.Between(Content("Title", "One.\nTwo."), Content("Title", "One.\nTwo."));
        Assert.False(same.IsChanged);
        Assert.Equal(2, same.Blocks.Count);
    }

    [Fact]
    public void A_changed_title_is_a_change()
    {
        var diff = RevisionDiff.Between(Content("Talks begin", "One."), Content("Talks end", "One."));
        Assert.True(diff.IsChanged);
        Assert.Equal(["Talks ", "-begin", "+end"], diff.Title.Select(Mark));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_the_same_or_removed_is_the_text_before_and_what_is_the_same_or_added_the_text_after(int seed)
    {
        var (before, after) = (Prose.Of(seed, 300), Prose.Of(seed + 10, 120) + "\n" + Prose.Of(seed, 200) + "\n" + Prose.Of(seed + 20, 80));
        var blocks = RevisionDiff.Between(Content("", before), Content("", after)).Blocks;
        Assert.Equal(Plain(before), Plain(string.Concat(blocks.SelectMany(block => block.Spans).Where(span => span.Kind != DiffKind.Added).Select(span => span.Text))));
        Assert.Equal(Plain(after), Plain(string.Concat(blocks.SelectMany(block => block.Spans).Where(span => span.Kind != DiffKind.Removed).Select(span => span.Text))));
    }

    [Fact]
    public void Texts_far_too_long_to_compare_are_shown_as_replaced()
    {
        var huge = string.Join('\n', Enumerable.Repeat("line", 50_000));
        Assert.Equal([DiffKind.Removed, DiffKind.Added], Assert.Single(RevisionDiff.Between(Content("", huge), Content("", huge + "s")).Blocks).Spans.Select(span => span.Kind));
        var words = string.Join(' ', Enumerable.Range(0, 500_000));
        Assert.True(RevisionDiff.Between(Content("", words), Content("", "other " + words)).IsChanged);
    }

    private static IEnumerable<IEnumerable<string>> Read(string before, string after)
        => RevisionDiff.Between(Content("", before), Content("", after)).Blocks.Select(block => block.Spans.Select(Mark));

    private static string Mark(DiffSpan span) => span.Kind switch { DiffKind.Removed => "-", DiffKind.Added => "+", _ => "" } + span.Text;

    private static string Plain(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private static ArticleContent Content(string title, string text)
        => new() { Hash = ArticleId.Hash(title + text), Title = title, Text = text, ReadAt = DateTimeOffset.UnixEpoch, Origin = TextOrigin.Page };
}
