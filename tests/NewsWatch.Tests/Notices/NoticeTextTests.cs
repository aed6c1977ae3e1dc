using NewsWatch.Notices;

namespace NewsWatch.Tests.Notices;

public sealed class NoticeTextTests
{
    [Theory]
    [InlineData("a\r\nBcc: b", "a Bcc: b")]
    [InlineData("  a \t\u00A0 b\u2028c ", "a b c")]
    [InlineData("pay\u202Efdp.exe", "payfdp.exe")]
    [InlineData("\u2066left\u2069 \u200Fright", "left right")]
    [InlineData("bell\u0007\u001B[31m", "bell [31m")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("", "")]
    public void A_line_is_clean(string text, string expected) => Assert.Equal(expected, NoticeText.Line(text));

    [Fact]
    public void Half_a_pair_is_replaced() => Assert.Equal("half \uFFFD pair", NoticeText.Line($"half {(char)0xD800} pair"));

    [Fact]
    public void A_line_is_cut_between_characters()
    {
        var line = NoticeText.Line(string.Concat(Enumerable.Repeat("😀", 500_000)), 100);
        Assert.Equal(99, line.Length);
        Assert.EndsWith("😀…", line, StringComparison.Ordinal);
    }
}
