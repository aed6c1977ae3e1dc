using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A feed of any format, from its bytes to entries that are told apart.</summary>
internal sealed class FeedTarget : IFuzzTarget
{
    private static readonly FeedLimits Limits = new();

    private readonly FeedParser parser = new(FixedClock.Instance);

    public string Name => "feed";

    public string Dictionary => "xml";

    public void Read(byte[] input)
    {
        switch (parser.Parse(input, null, FeedPromises.Address))
        {
            case FeedParse.Parsed { Document: var document }:
                FeedPromises.Check(document, Limits.MaxEntries);
                break;
            case FeedParse.Failed { Reason: var reason }:
                Promise.That(!reason.StartsWith("reading it failed", StringComparison.Ordinal), $"every failure is foreseen, which this is not: {reason}");
                break;
        }
    }
}
