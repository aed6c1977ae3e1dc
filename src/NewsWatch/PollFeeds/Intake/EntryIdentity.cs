using NewsWatch.PollFeeds.Addresses;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>An entry with what it goes by.</summary>
/// <param name="Key">Within its feed: the id the feed gives it where that tells entries apart, else its address, else its title and
/// date.</param>
/// <param name="Link">Its address; null where it has none.</param>
/// <param name="OwnsLink">False where the address is also that of other entries of the feed, or of the site itself.</param>
/// <param name="Entry">What the feed says.</param>
internal sealed record IdentifiedEntry(string Key, Uri? Link, bool OwnsLink, FeedEntry Entry)
{
    /// <summary>What it says.</summary>
    public EntryWords Words { get; } = EntryWords.Of(Entry);
}

/// <summary>
/// Tells the entries of one reading apart, and together, by id, else by address. Neither is taken at its word where entries of different
/// titles have it: feeds give one id, or one landing page, to all.
/// </summary>
internal static class EntryIdentity
{
    /// <summary>The entries that can be used, each once, in the order given.</summary>
    public static IReadOnlyList<IdentifiedEntry> Of(IEnumerable<FeedEntry> entries, FeedDocument document, WatchedFeed feed)
    {
        var named = entries
            .Select(entry => (Entry: entry, Link: EntryAddress.Of(entry, document, feed)))
            .Where(one => IsUsable(one.Entry, document, feed))
            .Select(one => (one.Entry, one.Link, Place: one.Link is null ? null : Place(one.Link), Id: Id(one.Entry)))
            .ToList();
        var vagueIds = SharedBy(named.Select(one => (one.Id, one.Entry)));
        var sharedPlaces = SharedBy(named.Select(one => (one.Place, one.Entry)));
        var site = named.Count > 1 ? Place(EntryAddress.Site(document, feed)) : null;
        var known = new HashSet<string>(StringComparer.Ordinal);
        var identified = new List<IdentifiedEntry>();
        foreach (var (entry, link, place, id) in named)
        {
            var owns = link is not null && !sharedPlaces.Contains(place!) && place != site && !IsFrontPage(link);
            var key = ArticleId.Hash(id is not null && !vagueIds.Contains(id) ? $"id {id}"
                : owns ? $"link {Exact(link!)}"
                : $"title {id} {(link is null ? "" : Exact(link))} {entry.Title} {(link is null ? entry.TrustedDate?.UtcTicks : null)}");
            if (known.Add(key))
                identified.Add(new(key, link, owns, entry));
        }
        return identified;
    }

    /// <summary>Names that entries of different titles have in common.</summary>
    private static HashSet<string> SharedBy(IEnumerable<(string? Name, FeedEntry Entry)> named) => named
        .Where(one => one.Name is not null)
        .GroupBy(one => one.Name!, one => EntryWords.OfTitle(one.Entry.Title), StringComparer.Ordinal)
        .Where(same => same.Distinct(StringComparer.Ordinal).Skip(1).Any())
        .Select(same => same.Key)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an entry says anything, or leads anywhere.</summary>
    public static bool IsUsable(FeedEntry entry, FeedDocument document, WatchedFeed feed)
        => SaysSomething(entry) || EntryAddress.Of(entry, document, feed) is not null;

    private static bool SaysSomething(FeedEntry entry)
        => entry.Title.Length > 0 || entry.Summary.Length > 0 || entry.Content is { Length: > 0 };

    /// <summary>An id as the feed gives it; an address in the form that does not change with a session or a move to https.</summary>
    private static string? Id(FeedEntry entry) => entry.Id?.Trim() is not { Length: > 0 } id ? null
        : Uri.TryCreate(id, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", Host.Length: > 0 } ? Exact(address)
        : id;

    private static string Place(Uri link)
        => CanonicalAddress.Of(link).GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Scheme, UriFormat.UriEscaped);

    private static string Exact(Uri link) => link.Fragment.Length > 1 ? $"{Place(link)}{link.Fragment}" : Place(link);

    private static bool IsFrontPage(Uri link) => link.AbsolutePath == "/" && link.Query.Length == 0 && link.Fragment.Length == 0;
}
