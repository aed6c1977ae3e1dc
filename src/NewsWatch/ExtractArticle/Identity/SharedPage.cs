namespace NewsWatch.ExtractArticle.Identity;

/// <summary>
/// Whether a page that several entries lead to is about one of them: its title says so, since its text may hold all of them.
/// </summary>
internal static class SharedPage
{
    private const double Most = 0.6;

    /// <summary>Whether most words of either title are in the other.</summary>
    public static bool IsAbout(ArticleContent page, FeedMention mention)
    {
        var (told, shown) = (Words(mention.Title), Words(page.Title));
        var common = told.Count(shown.Contains);
        return common > 0 && common >= Most * told.Count && common >= Most * shown.Count;
    }

    private static HashSet<string> Words(string title)
        => [.. string.Concat(title.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
