using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>Where an entry says that its article is.</summary>
internal static class EntryAddress
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a", "na", "none", "null", "nil", "undefined", "false", "-", "--", "#", "tbd", "tba",
    };

    /// <summary>The article's address, else that of the document the entry is about; null where it has neither.</summary>
    public static Uri? Of(FeedEntry entry, FeedDocument document, WatchedFeed feed)
        => Link(entry.Link, document, feed) ?? Document(entry, document, feed);

    /// <summary>The document the entry is about; null where it is about none.</summary>
    public static Uri? Document(FeedEntry entry, FeedDocument document, WatchedFeed feed) => Link(entry.Document, document, feed);

    /// <summary>
    /// The page of the site the feed belongs to, else the feed itself, without what in its address is secret: it stands for the place of an
    /// entry without one, and an article's address goes to everybody.
    /// </summary>
    public static Uri Site(FeedDocument document, WatchedFeed feed)
        => ShownAddress.Of(WithoutUser(TypedAddress.Read(document.Link) ?? feed.Site ?? feed.Address));

    private static Uri? Link(string? text, FeedDocument document, WatchedFeed feed)
    {
        if (string.IsNullOrWhiteSpace(text) || Placeholders.Contains(Written(text, document, feed)))
            return null;
        // A bare "#" leads back to the feed.
        return TypedAddress.Resolve(Site(document, feed), text) is { } found && WithoutUser(found) is var link
            && link.GetLeftPart(UriPartial.Query) != WithoutUser(feed.Address).GetLeftPart(UriPartial.Query)
            ? link
            : null;
    }

    /// <summary>A relative link takes over the user and password of the address the feed was asked at; no article is read with any.</summary>
    private static Uri WithoutUser(Uri address)
        => address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    // A parser that knows where the feed is from has made a path even of a placeholder.
    private static string Written(string text, FeedDocument document, WatchedFeed feed)
    {
        var trimmed = text.Trim();
        foreach (var origin in new[] { feed.Address, Site(document, feed), document.Self })
            if (origin is not null && trimmed.StartsWith(new Uri(origin, ".").AbsoluteUri, StringComparison.OrdinalIgnoreCase))
                return trimmed[new Uri(origin, ".").AbsoluteUri.Length..];
        return trimmed;
    }
}
