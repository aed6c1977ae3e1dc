namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>What a watched address gives.</summary>
public enum SourceKind
{
    /// <summary>A feed in any format.</summary>
    Feed,

    /// <summary>A web page that lists links to articles, for a site that has no feed.</summary>
    Page,

    /// <summary>A sitemap, news sitemap or sitemap index (sitemaps.org 0.9).</summary>
    Sitemap,
}
