namespace NewsWatch.Functions.Tests;

/// <summary>Articles of this project's own making.</summary>
internal static class SampleArticles
{
    public static DateTimeOffset When { get; } = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    /// <summary>As <c>PollFeeds</c> leaves it.</summary>
    public static Article Found()
    {
        var address = new Uri("https://news.example/lisbon");
        return new()
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = When,
            Mentions = [new("f1", "Example wire", address, "Portugal and Japan sign logistics pact", "", When, "x1")],
        };
    }

    /// <summary>As <c>ExtractArticle</c> leaves it.</summary>
    public static Article Read()
    {
        const string Title = "Portugal and Japan sign logistics pact";
        const string Text =
            "Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday.\nBoth parliaments must still approve it.";
        return Found() with
        {
            Content = new()
            {
                Hash = ArticleId.Hash(Title + Text),
                Title = Title,
                Text = Text,
                ReadAt = When,
                Origin = TextOrigin.Page,
                Language = "en",
                Published = When,
            },
        };
    }
}
