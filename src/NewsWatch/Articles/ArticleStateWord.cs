namespace NewsWatch.Articles;

/// <summary>How people are told where an article has ended; what programs read keeps the stored names.</summary>
public static class ArticleStateWord
{
    /// <summary>"reports" and "none" for what is stored as flagged and not flagged; else the stored name in words.</summary>
    public static string Of(ArticleState state) => state switch
    {
        ArticleState.Flagged => "reports",
        ArticleState.NotFlagged => "none",
        _ => WireName.Of(state).Replace('-', ' '),
    };

    /// <summary>What a verdict says: "reports", "mentions" or "none".</summary>
    public static string Of(Classification verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Of(verdict.Flagged ? ArticleState.Flagged : verdict.Mentions ? ArticleState.Mentions : ArticleState.NotFlagged);
    }
}
