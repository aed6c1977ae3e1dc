namespace NewsWatch.PollFeeds.Parsing;

/// <summary>Families of feed formats.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0: <c>rss</c> at the root.</summary>
    Rss,

    /// <summary>RSS 0.90, 1.0 and 1.1: RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>Microsoft's Channel Definition Format.</summary>
    Cdf,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,
}
