namespace NewsWatch.PollFeeds.Parsing;

/// <summary>How reading a feed ended: exactly one of the nested cases.</summary>
public abstract record FeedParse
{
    private FeedParse() { }

    /// <summary>A feed was read, perhaps with repairs, perhaps without entries.</summary>
    /// <param name="Document">What it says.</param>
    public sealed record Parsed(FeedDocument Document) : FeedParse;

    /// <summary>The body is no feed: a web page, an error message, nothing at all.</summary>
    /// <param name="Reason">One line for the operator.</param>
    public sealed record Failed(string Reason) : FeedParse;
}
