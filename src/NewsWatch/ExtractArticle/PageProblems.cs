using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.ExtractArticle;

/// <summary>Words problems the one way analysts read them: the kind, a colon, what stood in the way.</summary>
internal static class PageProblems
{
    private const int MaxReason = 300;

    /// <summary>A problem whose reason reads <c>blocked: …</c>, <c>gone: …</c> or <c>unreadable: …</c>, on one line.</summary>
    public static PageProblem Of(PageProblemKind kind, string why)
    {
        var reason = $"{kind.ToString().ToLowerInvariant()}: {string.Join(' ', why.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        return new(kind, reason.Length <= MaxReason ? reason : reason[..(MaxReason - 1)] + "…");
    }

    /// <summary>What a page that was fetched and read is instead of an article; null for an article with text.</summary>
    public static PageProblem? Of(PageReading reading, Uri requested, Uri address)
    {
        var (kind, what) = reading.Kind switch
        {
            PageKind.Article => (PageProblemKind.Unreadable, "article without text"),
            PageKind.List when LedToFrontPage(requested, address) => (PageProblemKind.Gone, "redirected to the front page"),
            PageKind.List => (PageProblemKind.Unreadable, "list page"),
            PageKind.LiveBlog => (PageProblemKind.Unreadable, "live blog"),
            PageKind.Video => (PageProblemKind.Unreadable, "video page"),
            PageKind.Partial => (PageProblemKind.Blocked, "paywall"),
            PageKind.Consent => (PageProblemKind.Blocked, "consent page"),
            PageKind.Login => (PageProblemKind.Blocked, "login"),
            PageKind.BotWall => (PageProblemKind.Blocked, "bot wall"),
            PageKind.Error => (PageProblemKind.Gone, "error page served as a success"),
            PageKind.Empty => (PageProblemKind.Unreadable, "nothing to read"),
            _ => (PageProblemKind.Unreadable, "not HTML that can be read"),
        };
        if (reading.Kind == PageKind.Article && !string.IsNullOrWhiteSpace(reading.Text))
            return null;
        return Of(kind, reading.Reason is { Length: > 0 } detail && detail != what ? $"{what} ({detail})" : what);
    }

    private static bool LedToFrontPage(Uri requested, Uri address) => address.AbsolutePath == "/" && requested.AbsolutePath != "/";
}
