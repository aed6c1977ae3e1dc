using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing;

/// <summary>
/// What a feed may cost. The tree of a document takes several times its text, so these bounds together keep one reading under 64 MB;
/// a feed beyond them is read up to the bound and marked <see cref="FeedRepairs.TooLarge"/>.
/// </summary>
public sealed record FeedLimits
{
    /// <summary>Bytes of body that are read, after decompression.</summary>
    public int MaxBytes { get; init; } = Bound.Feed.Bytes;

    /// <summary>Entries that are read, from the top.</summary>
    public int MaxEntries { get; init; } = Bound.Feed.Entries;

    /// <summary>Elements and attributes that are read, each counted as one.</summary>
    public int MaxNodes { get; init; } = Bound.Feed.Nodes;

    /// <summary>Elements inside one another; deeper ones lose their tags and keep their text.</summary>
    public int MaxDepth { get; init; } = Bound.Feed.Depth;
}
