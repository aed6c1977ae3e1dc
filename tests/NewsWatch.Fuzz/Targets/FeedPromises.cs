using NewsWatch.PollFeeds.Addresses;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Fuzz.Targets;

/// <summary>What holds of every source that was read as a feed, be it a feed, a sitemap or a page with a list.</summary>
internal static class FeedPromises
{
    /// <summary>Where the sources come from.</summary>
    public static Uri Address { get; } = new("https://feeds.example/world/news.xml");

    private static readonly WatchedFeed Feed = new("News", Address);

    /// <summary>Checks all of them.</summary>
    public static void Check(FeedDocument document, int mostEntries)
    {
        Promise.Line(document.Title, Bound.Line, "a feed's title");
        Promise.Characters(document.Language, Bound.Line, "a feed's language");
        Promise.That(document.Entries.Count <= mostEntries, $"{mostEntries} entries at most, not {document.Entries.Count}");
        Promise.That(document.Left >= 0, "what was left is counted");
        Promise.That(document.SkipHours.All(hour => hour is >= 0 and <= 23), "hours are those of a day");
        Promise.That(document.Ttl is null || document.Ttl > TimeSpan.Zero, "a copy is kept for a while or not at all");
        Promise.That(document.UpdateInterval is null || document.UpdateInterval > TimeSpan.Zero, "a feed changes after a while");
        Promise.Web(document.Self, "a feed's own address");
        foreach (var hub in document.Hubs)
            Promise.Web(hub, "a hub");
        foreach (var entry in document.Entries)
            Check(entry);
        CheckIntake(document);
    }

    private static void Check(FeedEntry entry)
    {
        Promise.Line(entry.Title, Bound.Line, "a title");
        Promise.Line(entry.Author, Bound.Line, "an author");
        Promise.Line(entry.SourceTitle, Bound.Line, "the title of a source");
        Promise.Characters(entry.Id, Bound.Address, "an id");
        Promise.Characters(entry.Link, Bound.Address, "a link");
        Promise.Characters(entry.SourceLink, Bound.Address, "the link of a source");
        Promise.Characters(entry.Document, Bound.Address, "the address of a document");
        Promise.Text(entry.Summary, int.MaxValue, "a summary");
        Promise.That(entry.Published is null or { Offset.Ticks: 0 } && entry.Updated is null or { Offset.Ticks: 0 }, "dates are in UTC");
        Promise.That(
            entry.TrustedDate is null || (entry.TrustedDate.Value.Year >= 1990 && entry.TrustedDate <= FixedClock.Now.AddDays(2)),
            $"a date that is trusted is neither absurd nor of the future: {entry.TrustedDate:O}");
    }

    /// <summary>What the entries go by, and what is kept of them.</summary>
    private static void CheckIntake(FeedDocument document)
    {
        var usable = EntryIdentity.Of(document.Entries, document, Feed);
        Promise.That(usable.Count <= document.Entries.Count, "no entry comes of nothing");
        Promise.That(usable.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count() == usable.Count, "no two entries go by one key");
        foreach (var entry in usable)
        {
            Promise.Web(entry.Link, "an entry's address");
            Promise.Text(EntryText.Of(entry.Entry), Bound.Feed.EntryText, "an entry's text");
            if (entry.Link is { } link)
                AddressTarget.CheckCanonical(CanonicalAddress.Of(link));
        }
    }
}
