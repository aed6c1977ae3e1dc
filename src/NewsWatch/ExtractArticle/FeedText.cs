namespace NewsWatch.ExtractArticle;

/// <summary>The feed's own text, for an article whose page cannot be had.</summary>
internal static class FeedText
{
    /// <summary>Content made of the mention that says most; an equal one seen earlier wins.</summary>
    public static ArticleContent Of(Article article, DateTimeOffset now)
    {
        var mention = article.Mentions.MaxBy(mention => mention.Summary.Length)!;
        return new()
        {
            Hash = ContentHash.Of(mention.Title, mention.Summary),
            Title = mention.Title,
            Text = mention.Summary,
            ReadAt = now,
            Origin = TextOrigin.Feed,
            Published = Published(article),
            Site = mention.FeedTitle,
        };
    }

    /// <summary>The earliest date a feed gives; null where none gives one.</summary>
    public static DateTimeOffset? Published(Article article) => article.Mentions.Min(mention => mention.Published);
}
