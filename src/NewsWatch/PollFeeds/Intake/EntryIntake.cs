using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.Addresses;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>
/// Stores the entries of a feed that were not seen before, or say something else now, and announces them. What was handled is returned to
/// be remembered by the caller, last of all: an entry whose handling broke off anywhere is met again at the next poll.
/// </summary>
internal sealed class EntryIntake(
    ArticleStore articles, Journal journal, IQueues queues, LinkResolver links, IOptions<PollFeedsOptions> options, TimeProvider clock)
{
    /// <summary>Edits of one entry that are followed: some feeds put a counter or the time of day into each delivery.</summary>
    public const int MaxEdits = 10;

    private const int LeastRemembered = 500;

    /// <summary>Takes in a feed's entries, the last first, since feeds put the newest first.</summary>
    /// <returns>What became of them, and the entries to remember.</returns>
    public async Task<(EntryCounts Counts, IReadOnlyDictionary<string, SeenEntry> Seen)> TakeAsync(
        WatchedFeed feed, FeedState state, FeedDocument document, CancellationToken cancellation)
    {
        var max = feed.MaxEntries ?? options.Value.MaxEntries;
        var usable = new List<(string Key, Uri Link, FeedEntry Entry)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var counts = new EntryCounts(BeyondBound: Math.Max(0, document.Entries.Count - max));
        foreach (var entry in document.Entries.Take(max))
        {
            if (Link(entry, document, feed) is not { } link)
                counts += new EntryCounts(Unusable: 1);
            else if (ArticleId.Of(CanonicalAddress.Of(link)) is var key && keys.Add(key))
                usable.Add((key, link, entry));
            else
                counts += new EntryCounts(Known: 1);
        }
        var seen = new Dictionary<string, SeenEntry>(StringComparer.Ordinal);
        foreach (var (key, link, entry) in Enumerable.Reverse(usable))
        {
            var (count, remembered) = await TakeAsync(feed, key, link, entry, state.Seen.GetValueOrDefault(key), cancellation);
            counts += count;
            seen[key] = remembered;
        }
        return (counts, Remembered(usable.Select(one => one.Key), seen, state.Seen));
    }

    private async Task<(EntryCounts Count, SeenEntry Remembered)> TakeAsync(
        WatchedFeed feed, string key, Uri link, FeedEntry entry, SeenEntry? before, CancellationToken cancellation)
    {
        var fingerprint = EntryText.Fingerprint(entry);
        if (before is not null && (before.Fingerprint == fingerprint || before.Edits >= MaxEdits))
            return (new(Known: 1), before);
        var mention = new FeedMention(feed.Id, feed.Title, link, entry.Title, EntryText.Of(entry), entry.TrustedDate, fingerprint);
        var address = before is null ? await links.ResolveAsync(link, cancellation) : null;
        var id = address is null ? before!.Article ?? key : ArticleId.Of(address);
        var count = await StoreAsync(id, address ?? CanonicalAddress.Of(link), mention, cancellation);
        return (count, new(fingerprint, id == key ? null : id, before is null ? 0 : before.Edits + 1));
    }

    private async Task<EntryCounts> StoreAsync(string id, Uri address, FeedMention mention, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = new Article { Id = id, Address = address, FoundAt = now, Mentions = [mention] };
        if (await articles.CreateAsync(found, cancellation))
        {
            await AnnounceAsync(found, mention, now, cancellation);
            return new(New: 1);
        }
        FeedMention? earlier = null;
        var article = await articles.UpdateAsync(
            id,
            stored =>
            {
                earlier = stored.Mentions.FirstOrDefault(one => one.Feed == mention.Feed);
                return With(stored, earlier, mention);
            },
            cancellation);
        // Still pending: perhaps stored by a run that was killed before it could announce it, so it is announced again.
        var isEdited = earlier is not null && earlier.Fingerprint != mention.Fingerprint;
        if (article is not null && (isEdited || article.State == ArticleState.Pending))
            await AnnounceAsync(article, mention, now, cancellation);
        return isEdited ? new(Edited: 1) : earlier is not null ? new(Known: 1) : new(AlsoElsewhere: 1);
    }

    private static Article With(Article stored, FeedMention? earlier, FeedMention mention)
        => earlier is null ? stored with { Mentions = [.. stored.Mentions, mention] }
            : earlier == mention ? stored
            : stored with { Mentions = [.. stored.Mentions.Select(one => one.Feed == mention.Feed ? mention : one)] };

    private async Task AnnounceAsync(Article article, FeedMention mention, DateTimeOffset now, CancellationToken cancellation)
    {
        if (article.State == ArticleState.Pending && article.Mentions[0].Feed == mention.Feed)
            await journal.AppendAsync(
                new(JournalKind.Found, article.FoundAt > now ? now : article.FoundAt, article.Id, mention.Title, article.Address)
                {
                    Published = mention.Published,
                    Site = mention.FeedTitle,
                },
                cancellation);
        await queues.SendJsonAsync(
            Pipeline.ExtractArticle, new(article.Id, mention.Fingerprint), NewsWatchJson.Default.ArticleFound, cancellation);
    }

    /// <summary>The article's address; null where the entry has none that can be fetched.</summary>
    private static Uri? Link(FeedEntry entry, FeedDocument document, WatchedFeed feed)
    {
        if (string.IsNullOrWhiteSpace(entry.Link))
            return null;
        var site = Uri.TryCreate(document.Link, UriKind.Absolute, out var own) ? own : feed.Address;
        return Uri.TryCreate(site, entry.Link, out var link) && link.Scheme is "http" or "https" && link.Host.Length > 0 ? link : null;
    }

    /// <summary>This reading's entries first, then earlier ones, so that an entry that comes back is known; twice a reading's worth at most.</summary>
    private static Dictionary<string, SeenEntry> Remembered(
        IEnumerable<string> keys, Dictionary<string, SeenEntry> seen, IReadOnlyDictionary<string, SeenEntry> before)
    {
        var most = Math.Max(LeastRemembered, 2 * seen.Count);
        var remembered = new Dictionary<string, SeenEntry>(StringComparer.Ordinal);
        foreach (var key in keys)
            remembered[key] = seen[key];
        foreach (var (key, entry) in before)
            if (remembered.Count < most)
                remembered.TryAdd(key, entry);
        return remembered;
    }
}
