namespace NewsWatch.ExtractArticle;

/// <summary>How a visit to an article's page ended: exactly one of the nested cases.</summary>
internal abstract record PageVisit
{
    private PageVisit() { }

    /// <summary>The one document the page leads to; null where it leads to none or several, or was not had.</summary>
    public Uri? Document { get; init; }

    /// <summary>The page is there and is an article.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Address">The address it goes by: its canonical one where that can be believed, else where the redirects led.</param>
    public sealed record Read(ArticleContent Content, Uri Address) : PageVisit
    {
        /// <summary>Where the article goes on; null where this is all of it.</summary>
        public Uri? NextPart { get; init; }
    }

    /// <summary>The page cannot be had, or is no article; the feed's own text stands in.</summary>
    public sealed record Barred(PageProblem Problem) : PageVisit;

    /// <summary>The server or the network failed; another try may succeed.</summary>
    /// <param name="Detail">One line for the operator.</param>
    /// <param name="RetryAfter">What the server asked for; null where it asked for nothing.</param>
    public sealed record Unavailable(string Detail, TimeSpan? RetryAfter) : PageVisit;
}
