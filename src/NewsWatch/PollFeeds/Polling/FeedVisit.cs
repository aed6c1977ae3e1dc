using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>What came of asking for a feed: exactly one of the nested cases.</summary>
internal abstract record FeedVisit
{
    private FeedVisit() { }

    /// <summary>The feed was fetched and read.</summary>
    /// <param name="Document">What it says.</param>
    /// <param name="Reply">What came with it.</param>
    public sealed record Read(FeedDocument Document, FeedReply Reply) : FeedVisit
    {
        /// <summary>True where the server calls this by the name of what was read before, which it is not: its 304 means nothing.</summary>
        public bool WasSaidUnmodified { get; init; }
    }

    /// <summary>It is what it was when last read.</summary>
    /// <param name="Reply">What came with it.</param>
    /// <param name="IsSaid">True where the server says so (304), false where the same bytes came.</param>
    public sealed record Same(FeedReply Reply, bool IsSaid) : FeedVisit;

    /// <summary>It could not be fetched or read.</summary>
    /// <param name="Reason">One line for the operator.</param>
    /// <param name="RetryAfter">What the server asked for; null where nothing.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter) : FeedVisit
    {
        /// <summary>True where trying again soon cannot help: robots.txt or an address we do not ask.</summary>
        public bool IsLasting { get; init; }
    }

    /// <summary>Its server says that it is gone for good (410).</summary>
    public sealed record Gone(string Reason) : FeedVisit;
}

/// <summary>What came with a feed.</summary>
/// <param name="PermanentAddress">Where permanent redirects led; the address asked for where there were none.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Validators">For the next poll; null where the server gave none, or they do not stand for all that was read.</param>
/// <param name="BodyHash">Of the body; null where it does not stand for all that was read.</param>
internal sealed record FeedReply(
    Uri PermanentAddress, IReadOnlyDictionary<string, string> Headers, FeedValidators? Validators, string? BodyHash);
