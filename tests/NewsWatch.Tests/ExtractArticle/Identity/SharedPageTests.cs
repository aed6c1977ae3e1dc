using NewsWatch.ExtractArticle.Identity;

namespace NewsWatch.Tests.ExtractArticle.Identity;

public sealed class SharedPageTests
{
    [Theory]
    [InlineData("Japan and Italy sign pact", "Japan and Italy sign pact", true)]
    [InlineData("Japan and Italy sign pact", "JAPAN, Italy: pact (today)", true)]
    [InlineData("Japan and Italy sign pact", "Japan and Italy meet", true)]
    [InlineData("Japan and Italy sign pact", "Japan and others", false)]
    [InlineData("Japan pact", "Japan pact and all the other news of a long week", false)]
    [InlineData("Japan pact and all the other news of a long week", "Japan pact", false)]
    [InlineData("", "", false)]
    [InlineData("Japan pact", "", false)]
    public void A_page_is_about_an_entry_where_most_words_of_either_title_are_in_the_other(string told, string shown, bool isAbout)
        => Assert.Equal(isAbout, SharedPage.IsAbout(
            new() { Hash = "hash", Title = shown, Text = "text", ReadAt = default, Origin = TextOrigin.Page },
            new("feed", "Wire", new("https://wire.example/a"), told, "", null, "print")));
}
