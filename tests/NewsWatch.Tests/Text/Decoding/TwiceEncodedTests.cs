using System.Text;
using NewsWatch.Text.Decoding;

namespace NewsWatch.Tests.Text.Decoding;

public sealed class TwiceEncodedTests
{
    [Theory]
    [InlineData("The minister’s “quiet seas” – a treaty for Zürich and São Paulo…")]
    [InlineData("Оборона и порт открыты для обоих флотов")]
    public void Text_encoded_twice_is_read_as_it_was_meant(string text)
    {
        var latin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, PageDecoder.Decode(Encoding.UTF8.GetBytes(latin), "text/html; charset=utf-8"));
    }

    [Fact]
    public void So_is_text_that_passed_through_windows_1252()
        => Assert.Equal(
            "don’t “sail” — it’s late",
            PageDecoder.Decode(Encoding.UTF8.GetBytes("donâ€™t â€œsailâ€\u009d â€” itâ€™s late"), "text/html"));

    [Theory]
    [InlineData("Élodie a déjà dîné à l'hôtel « Château » où naît l'été")]
    [InlineData("AÇÃO E REAÇÃO: IRMÃOS À MESA")]
    [InlineData("He wrote â€™ where an apostrophe belongs.")]
    [InlineData("Đã ký hiệp định về hậu cần")]
    public void Text_that_is_meant_so_stays(string text) => Assert.Equal(text, PageDecoder.Decode(Encoding.UTF8.GetBytes(text), null));
}
