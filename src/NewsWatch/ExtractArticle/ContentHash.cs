namespace NewsWatch.ExtractArticle;

/// <summary>What makes two texts the same revision.</summary>
internal static class ContentHash
{
    /// <summary>Id of a revision: hash of title, line feed, text.</summary>
    public static string Of(string title, string text) => ArticleId.Hash($"{title}\n{text}");
}
