using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>CodeHollow's reading of a document that is already in a tree, so that nothing is parsed twice.</summary>
internal sealed class CodeHollowFeed
{
    private readonly IEnumerator<BaseFeedItem>? items;
    private bool more;

    private CodeHollowFeed(BaseFeed? feed)
    {
        Feed = feed;
        items = feed?.Items.GetEnumerator();
        more = items?.MoveNext() ?? false;
    }

    /// <summary>Null where CodeHollow does not know the format or trips over the document.</summary>
    public BaseFeed? Feed { get; }

    public static CodeHollowFeed Read(XElement root, XElement? channel, FeedFormat format)
    {
        try
        {
            return new(format switch
            {
                FeedFormat.Atom => new AtomFeed("", root),
                FeedFormat.Rss when channel is not null => new Rss20Feed("", channel),
                FeedFormat.Rdf when channel?.Parent is not null => new Rss10Feed("", channel),
                _ => null,
            });
        }
        catch (Exception error) when (error is NullReferenceException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // It takes elements and prefixes for granted that this document lacks; the correction reads on without it.
            return new(null);
        }
    }

    /// <summary>What it read of this element; the elements are asked for in the order of the document.</summary>
    public BaseFeedItem? ItemOf(XElement entry)
    {
        if (!more || !ReferenceEquals(items!.Current.Element, entry)) return null;
        var item = items.Current;
        more = items.MoveNext();
        return item;
    }
}
