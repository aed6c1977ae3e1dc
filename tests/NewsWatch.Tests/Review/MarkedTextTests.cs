using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.Review.Articles;

namespace NewsWatch.Tests.Review;

public sealed class MarkedTextTests
{
    [Fact]
    public void Overlapping_marks_share_the_piece_they_have_in_common()
        => Assert.Equal("ab|cd{1}|ef{1,2}|gh{2}|ij", Show("abcdefghij", (2, 6), (4, 8)));

    [Fact]
    public void A_mark_inside_another_ends_before_it()
        => Assert.Equal("a{1}|b{1,2}|c{1}", Show("abc", (0, 3), (1, 2)));

    [Fact]
    public void A_mark_over_two_lines_is_cut_at_the_line_feed()
        => Assert.Equal("ab|cd{1}\nef{1}|gh", Show("abcd\nefgh", (2, 7)));

    [Fact]
    public void A_mark_that_takes_in_the_line_feed_ends_with_its_line()
    {
        var lines = MarkedText.Lines("abcd\nefgh", [Mark(1, 2, 5)]).ToList();
        Assert.Equal([1], Assert.Single(lines[0].Pieces[^1].Ends).Agreements);
        Assert.Empty(lines[1].Pieces[0].Marks);
        Assert.Equal([0, 5], lines.Select(line => line.Start));
    }

    [Theory]
    [InlineData(2, 500)]
    [InlineData(-4, 3)]
    [InlineData(7, 2)]
    [InlineData(900, 901)]
    [InlineData(4, 4)]
    public void Offsets_outside_the_text_lose_no_character(int start, int end)
        => Assert.Equal("abcdef", string.Concat(MarkedText.Pieces("abcdef", [Mark(1, start, end)], 0, 6).Select(piece => piece.Text)));

    [Fact]
    public void A_cut_never_parts_a_surrogate_pair()
        => Assert.Equal("a|\U0001F91D{1}|b", Show("a\U0001F91Db", (1, 3)).Replace("||", "|", StringComparison.Ordinal));

    [Fact]
    public void An_offset_within_a_surrogate_pair_takes_the_whole_pair()
        => Assert.Equal("a|\U0001F91Db{1}", Show("a\U0001F91Db", (2, 4)));

    [Fact]
    public void Blank_lines_are_left_out()
        => Assert.Equal(2, MarkedText.Lines("one\n \n\ntwo\n", []).Count());

    private static string Show(string text, params (int Start, int End)[] stretches)
    {
        var marks = stretches.Select((stretch, index) => Mark(index + 1, stretch.Start, stretch.End)).ToList();
        return string.Join('\n', MarkedText.Lines(text, marks).Select(line => string.Join('|', line.Pieces.Select(piece =>
            piece.Marks.Count == 0 ? piece.Text : $"{piece.Text}{{{string.Join(',', piece.Marks.SelectMany(mark => mark.Agreements))}}}"))));
    }

    private static Mark Mark(int number, int start, int end) => new(false, start, end, EvidenceKind.Act, false, ["rule"], [number]);
}
