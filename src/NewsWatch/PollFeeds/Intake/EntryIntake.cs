using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.Addresses;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>
/// Stores the entries of a feed that were not seen before, or say something else now, and announces them. What was handled is returned to
/// be remembered by the caller, last of all: an entry whose handling broke off anywhere is met again at the next poll.
/// </summary>
internal sealed class EntryIntake(
    ArticleStore articles,
    Journal journal,
    IQueues queues,
    LinkResolver links,
    UnfinishedReadings unfinished,
    DamagedRecords damaged,
    IOptions<PollFeedsOptions> options,
    TimeProvider clock)
{
    private const int LeastRemembered = 500;

    /// <summary>Takes in a feed's entries, the oldest first.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is remembered of it.</param>
    /// <param name="document">What it says.</param>
    /// <param name="again">True for a reading that was broken off: what it stored may not have been announced.</param>
    /// <param name="cancellation">Breaks off.</param>
    public async Task<FeedIntake> TakeAsync(WatchedFeed feed, FeedState state, FeedDocument document, bool again, CancellationToken cancellation)
    {
        var max = feed.MaxEntries ?? options.Value.MaxEntries;
        var looked = EntryOrder.Newest(document.Entries, max).ToList();
        var usable = EntryIdentity.Of(looked, document, feed);
        var unusable = looked.Count(entry => !EntryIdentity.IsUsable(entry, document, feed));
        var counts = new EntryCounts(
            Known: looked.Count - unusable - usable.Count,
            Unusable: unusable,
            BeyondBound: document.Entries.Count - looked.Count + document.Left);
        var isKept = !again && usable.Any(entry => state.Seen.GetValueOrDefault(entry.Key)?.Fingerprint != entry.Words.Fingerprint);
        if (isKept)
            await unfinished.KeepAsync(feed, document with { Entries = looked }, cancellation);
        var site = EntryAddress.Site(document, feed);
        var relinked = Relinked(usable, state.Seen);
        var seen = new Dictionary<string, SeenEntry>(StringComparer.Ordinal);
        var waiting = false;
        foreach (var entry in usable.Reverse())
        {
            var before = state.Seen.GetValueOrDefault(entry.Key)
                ?? (entry.Words.AreTelling ? relinked.GetValueOrDefault(entry.Words.Fingerprint) : null);
            var mention = new FeedMention(
                feed.Id, feed.Title, entry.Link ?? site, entry.Entry.Title, "", entry.Entry.TrustedDate, entry.Words.Fingerprint)
            {
                Entry = entry.Key,
                Document = EntryAddress.Document(entry.Entry, document, feed),
            };
            try
            {
                var (count, remembered) = await TakeAsync(entry, mention, before, again, cancellation);
                waiting |= remembered.Fingerprint != entry.Words.Fingerprint;
                counts += count;
                seen[entry.Key] = remembered;
            }
            catch (DamagedRecordException damage)
            {
                // Its article cannot be read: that keeps neither the other entries nor the feed.
                damaged.Note(damage.Name, damage.Why);
                counts += new EntryCounts(Unusable: 1);
            }
        }
        return new(counts, Remembered(usable.Select(one => one.Key).Where(seen.ContainsKey), seen, state.Seen), waiting) { IsKept = isKept };
    }

    private async Task<(EntryCounts Count, SeenEntry Remembered)> TakeAsync(
        IdentifiedEntry entry, FeedMention mention, SeenEntry? before, bool again, CancellationToken cancellation)
    {
        var (words, now) = (entry.Words, clock.GetUtcNow());
        if (before?.Fingerprint == words.Fingerprint)
            return (new(Known: 1), before);
        mention = mention with { Summary = EntryText.Of(entry.Entry) };
        if (before is null)
        {
            using var found = Begin(mention.Feed);
            var (first, article) = await StoreNewAsync(entry, mention, again, cancellation);
            PollMeasures.Take(found.Root, article, first);
            return (first, new(words.Fingerprint, article)
            {
                Title = words.Title,
                Text = words.Text,
                HandledAt = now,
            });
        }
        if (EditPace.Follow(before, words, now) is not { } followed)
            return (new(Known: 1), before);
        using var edited = Begin(mention.Feed);
        var stored = await articles.ReadAsync(before.Article, cancellation);
        var shares = stored?.SharesAddress ?? !entry.OwnsLink;
        var count = await StoreAsync(before.Article, stored?.Address ?? Address(mention), shares, mention, again, cancellation);
        PollMeasures.Take(edited.Root, before.Article, count ?? new(Known: 1));
        return (count ?? new(Known: 1), followed);
    }

    /// <summary>An entry begins the trace of its article: a hundred in one, that of the poll, could not be read.</summary>
    private static TraceOfItsOwn Begin(string feed)
    {
        var trace = Tracing.BeginTrace(Spans.FeedEntry);
        trace.Root?.SetTag(Attributes.Feed, feed);
        return trace;
    }

    /// <summary>
    /// Under its address where that is its own, even after what another feed or an earlier entry of this one has put there.
    /// </summary>
    private async Task<(EntryCounts Count, string Article)> StoreNewAsync(
        IdentifiedEntry entry, FeedMention mention, bool again, CancellationToken cancellation)
    {
        var address = entry.Link is { } link ? await links.ResolveAsync(link, cancellation) : Address(mention);
        var own = ArticleId.Of(address);
        if (entry.OwnsLink && await StoreAsync(own, address, shares: false, mention, again, cancellation) is { } count)
            return (count, own);
        var shared = ArticleId.OfEntry(mention.Feed, entry.Key);
        return ((await StoreAsync(shared, address, shares: true, mention, again, cancellation))!, shared);
    }

    private static Uri Address(FeedMention mention) => CanonicalAddress.Of(mention.Link);

    /// <returns>What it counts as; null where the article is that of another entry of the same feed, and this one needs its own.</returns>
    private async Task<EntryCounts?> StoreAsync(
        string id, Uri address, bool shares, FeedMention mention, bool again, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = new Article { Id = id, Address = address, SharesAddress = shares, FoundAt = now, Mentions = [mention] };
        if (await articles.CreateAsync(found, cancellation))
        {
            await AnnounceAsync(found, mention, now, cancellation);
            return new(New: 1);
        }
        FeedMention? earlier = null;
        var isOthers = false;
        var article = await articles.UpdateAsync(
            id,
            stored =>
            {
                earlier = stored.Mentions.FirstOrDefault(one => one.Feed == mention.Feed);
                isOthers = earlier is not null && IsOfAnother(earlier, mention);
                return isOthers ? stored : With(stored, earlier, mention);
            },
            cancellation);
        if (isOthers)
            return null;
        // Still pending: perhaps stored by a run that was killed before it could announce it, so it is announced again.
        var isEdited = earlier is not null && earlier.Fingerprint != mention.Fingerprint && !IsStoredAlike(earlier, mention);
        if (article is not null && (isEdited || again || article.State == ArticleState.Pending))
            await AnnounceAsync(article, mention, now, cancellation);
        return isEdited ? new(Edited: 1) : earlier is not null ? new(Known: 1) : new(AlsoElsewhere: 1);
    }

    /// <summary>
    /// Another id and another title: a page that several entries lead to one after the other. An id alone may change by itself.
    /// </summary>
    private static bool IsOfAnother(FeedMention earlier, FeedMention mention)
        => earlier.Entry is not null && earlier.Entry != mention.Entry
            && EntryWords.OfTitle(earlier.Title) != EntryWords.OfTitle(mention.Title);

    /// <summary>Stored before entries had names, when fingerprints were made otherwise.</summary>
    private static bool IsStoredAlike(FeedMention earlier, FeedMention mention)
        => earlier.Entry is null && earlier.Title == mention.Title && earlier.Summary == mention.Summary;

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

    /// <summary>
    /// Entries remembered under names that this reading does not have, by what they said: an entry with the same words under a new name is
    /// the same one, whose link has a new session or token in it.
    /// </summary>
    private static Dictionary<string, SeenEntry> Relinked(
        IReadOnlyList<IdentifiedEntry> entries, IReadOnlyDictionary<string, SeenEntry> before)
    {
        var present = entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var relinked = new Dictionary<string, SeenEntry>(StringComparer.Ordinal);
        foreach (var (key, entry) in before)
            if (!present.Contains(key))
                relinked.TryAdd(entry.Fingerprint, entry);
        return relinked;
    }

    /// <summary>
    /// This reading's entries first, then earlier ones, so that an entry that comes back is known; twice a reading's worth at most.
    /// </summary>
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

/// <summary>What came of a feed's entries.</summary>
/// <param name="Counts">What became of them.</param>
/// <param name="Seen">To remember.</param>
/// <param name="IsWaiting">True where an edit waits its turn, so that the feed must be read again even if it does not change.</param>
internal sealed record FeedIntake(EntryCounts Counts, IReadOnlyDictionary<string, SeenEntry> Seen, bool IsWaiting)
{
    /// <summary>True where the reading is kept until the caller has remembered it.</summary>
    public bool IsKept { get; init; }
}
