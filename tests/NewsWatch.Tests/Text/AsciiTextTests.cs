using System.Text;
using NewsWatch.Text;

namespace NewsWatch.Tests.Text;

public sealed class AsciiTextTests
{
    [Theory]
    [InlineData("<meta http-equiv=refresh>", "refresh", true)]
    [InlineData("REFRESH", "refresh", true)]
    [InlineData("re-reReFrEsH", "refresh", true)]
    [InlineData("refres", "refresh", false)]
    [InlineData("refresref", "refresh", false)]
    [InlineData("", "refresh", false)]
    [InlineData("/a.b.PDF", ".pdf", true)]
    [InlineData("/a.pd", ".pdf", false)]
    [InlineData("/a\u000Epdf", ".pdf", false)]
    public void A_word_is_found_in_letters_of_either_case(string text, string word, bool isThere)
        => Assert.Equal(isThere, AsciiText.Contains(Encoding.UTF8.GetBytes(text), Encoding.ASCII.GetBytes(word)));
}
