namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>One source on the watch list, with its settings.</summary>
/// <param name="Title">What the operator calls it; never empty.</param>
/// <param name="Address">http or https.</param>
public sealed record WatchedFeed(string Title, Uri Address)
{
    /// <summary>Id of its state: derived from the address, so that a feed under another address starts anew.</summary>
    public string Id => ArticleId.Hash(Address.AbsoluteUri);

    /// <summary>What the address gives.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>False for a source that is kept on the list but not polled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The folders it lies in and its categories, each a path with <c>/</c>; the first is the folder it is written to.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The site's page for people; null where not known.</summary>
    public Uri? Site { get; init; }

    /// <summary>BCP 47; null where not known.</summary>
    public string? Language { get; init; }

    /// <summary>The operator's own words, such as why it is disabled; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>CSS selector of the links of a <see cref="SourceKind.Page"/>; null to find them.</summary>
    public string? Select { get; init; }

    /// <summary>
    /// What the path and query of a <see cref="SourceKind.Page"/>'s links to articles look like, <c>*</c> for any run of characters, as
    /// <c>/news/*/id*</c>; several are separated by spaces. Null to take any.
    /// </summary>
    public string? Links { get; init; }

    /// <summary>Time between two polls, whatever the feed says; null to let it be found.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Most entries taken at one poll; null for the general bound.</summary>
    public int? MaxEntries { get; init; }

    /// <summary>False where the publisher lets the feed be read although robots.txt does not say so.</summary>
    public bool ObeyRobots { get; init; } = true;
}
