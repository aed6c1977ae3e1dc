using System.Text;
using NewsWatch.Text.Decoding;

namespace NewsWatch.Tests.Text.Decoding;

public sealed class PageDecoderTests
{
    [Theory]
    [InlineData("windows-1251", "Министры обороны двух стран подписали в пятницу соглашение о поставках, сообщило министерство.")]
    [InlineData("euc-kr", "두 나라의 국방장관은 금요일에 군수지원협정에 서명했다고 국방부가 밝혔다.")]
    [InlineData("windows-1252", "Die Außenminister haben am Freitag über das Abkommen für Häfen gesprochen.")]
    public void Bytes_without_a_label_are_read_by_what_they_look_like(string encoding, string text)
        => Assert.Equal(text, PageDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text), "text/html"));

    [Theory]
    [InlineData("<html><meta charset=windows-1251>", null)]
    [InlineData("<html><meta http-equiv=content-type content='text/html; charset=windows-1251'>", null)]
    [InlineData("<html>", "text/html; charset=\"windows-1251\"")]
    public void A_label_is_believed(string head, string? contentType)
        => Assert.EndsWith(
            "Министр", PageDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(head + "Министр"), contentType), StringComparison.Ordinal);

    [Fact]
    public void Well_formed_utf_8_is_that_whatever_the_label()
        => Assert.Equal("Häfen", PageDecoder.Decode("Häfen"u8, "text/html; charset=iso-8859-1"));
}
