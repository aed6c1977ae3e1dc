using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>What a visit makes of a feed's state. Decides only: it neither stores nor sends.</summary>
internal sealed class FeedJudge(FeedSchedule schedule, IOptions<PollFeedsOptions> options)
{
    private const int FailuresBeforeTurningBack = 3;
    private static readonly TimeSpan ClockError = TimeSpan.FromDays(1);

    /// <summary>
    /// The state to keep while a feed is being read: if nothing follows it, reading the feed has ended the program, and it is put off for
    /// longer each time.
    /// </summary>
    public FeedState Attempted(FeedState before, DateTimeOffset now)
    {
        var broken = before.BrokenOff + 1;
        var next = schedule.AfterFailure(broken, new("", null), now);
        return before with
        {
            BrokenOff = broken,
            Failures = Math.Max(before.Failures, before.BrokenOff),
            CheckedAt = now,
            Health = FeedHealth.Failing,
            HealthSince = before.Health == FeedHealth.Failing ? before.HealthSince : now,
            Reason = "the last reading of it was broken off",
            NextCheck = next.At,
            NextCheckBecause = next.Because,
        };
    }

    /// <summary>The state after a visit; what it remembers of the entries is the caller's.</summary>
    public FeedState Judge(WatchedFeed feed, FeedState before, FeedVisit visit, DateTimeOffset now, EntryCounts? entries = null)
    {
        var after = visit switch
        {
            FeedVisit.Read read => Worked(feed, Said(before, read, entries), read.Reply, now, changed: true),
            FeedVisit.Same same => Worked(
                feed, before with { Unmodified = same.IsSaid ? before.Unmodified + 1 : 0 }, same.Reply, now, changed: false),
            FeedVisit.Failed failed => Failed(before, failed, now),
            FeedVisit.Gone gone => before with { Health = FeedHealth.Gone, Reason = gone.Reason, NextCheck = null, NextCheckBecause = null },
            _ => throw new InvalidOperationException($"{visit.GetType()} is no way a visit ends."),
        };
        return after with { CheckedAt = now, BrokenOff = 0, HealthSince = after.Health == before.Health ? before.HealthSince : now };
    }

    /// <summary>A feed that had changed while its server said that it had not is not asked conditionally again.</summary>
    private static FeedState Said(FeedState before, FeedVisit.Read read, EntryCounts? entries) => Said(before, read.Document, entries) with
    {
        Unmodified = 0,
        IsNotBelieved = before.IsNotBelieved || read.WasSaidUnmodified,
    };

    private static FeedState Said(FeedState before, FeedDocument document, EntryCounts? entries) => before with
    {
        Stuck = Stuck(document, entries),
        Entries = document.Entries.Count,
        NewestEntry = document.Entries.Max(entry => entry.TrustedDate),
        Rhythm = Rhythms.Of(document.Entries),
        Hubs = document.Hubs,
        Wishes = new()
        {
            Ttl = document.Ttl,
            UpdateInterval = document.UpdateInterval,
            SkipHours = document.SkipHours,
            SkipDays = document.SkipDays,
        },
    };

    private FeedState Worked(WatchedFeed feed, FeedState said, FeedReply reply, DateTimeOffset now, bool changed)
    {
        var after = said with
        {
            Failures = 0,
            ReadAt = now,
            Validators = reply.Validators,
            BodyHash = reply.BodyHash,
            MovedTo = reply.PermanentAddress == feed.Address ? null : reply.PermanentAddress,
            Hubs = [.. said.Hubs.Union(LinkHeader.Hubs(reply.Headers, reply.PermanentAddress))],
        };
        var silence = Silence(after, now);
        var health = after.Entries == 0 ? FeedHealth.Empty
            : after.Stuck is not null ? FeedHealth.Stuck
            : silence is not null ? FeedHealth.GoneQuiet
            : after.NewestEntry is null ? FeedHealth.Undated
            : after.MovedTo is not null ? FeedHealth.Moved
            : changed ? FeedHealth.Ok
            : FeedHealth.Unchanged;
        var next = schedule.After(feed, after, Freshness.Of(reply.Headers, now), now);
        var reason = health == FeedHealth.Stuck ? after.Stuck : silence ?? Doubt(feed, health);
        return after with { Health = health, Reason = reason, NextCheck = next.At, NextCheckBecause = next.Because };
    }

    /// <summary>
    /// What an operator should know of a list page that works: it may show other links than articles, and no date tells them apart.
    /// </summary>
    private static string? Doubt(WatchedFeed feed, FeedHealth health)
    {
        if (feed.Kind != SourceKind.Page || health is FeedHealth.Empty)
            return null;
        var dates = health == FeedHealth.Undated ? "no date stands beside its links: news is told by new addresses alone" : null;
        var links = feed is { Select: null, Links: null }
            ? "which of its links are articles is guessed: nw:links or nw:select says it"
            : null;
        return dates is not null && links is not null ? $"{dates}; {links}" : dates ?? links;
    }

    private static string? Stuck(FeedDocument document, EntryCounts? entries)
        => entries is { Unusable: > 0 } && entries.Unusable + entries.BeyondBound == entries.Found
            ? "none of its entries has an address, a title or a text"
            : document.Left > 0 && EntryOrder.IsOldestFirst(document.Entries)
            ? "its newest entries stand last, beyond what is read: raise "
                + $"{PollFeedsOptions.Section}:{nameof(PollFeedsOptions.MaxFeedBytes)} or {nameof(PollFeedsOptions.MaxEntries)}"
            : null;

    private FeedState Failed(FeedState before, FeedVisit.Failed failed, DateTimeOffset now)
    {
        var failures = before.Failures + 1;
        var next = schedule.AfterFailure(failures, failed, now);
        return before with
        {
            Health = FeedHealth.Failing,
            Reason = failed.Reason,
            Failures = failures,
            // Where a feed has moved may turn out to be a dead end: its own address then says where to go.
            MovedTo = failures >= FailuresBeforeTurningBack ? null : before.MovedTo,
            NextCheck = next.At,
            NextCheckBecause = next.Because,
        };
    }

    /// <summary>
    /// Why the feed counts as gone quiet, null where it does not: nothing for twice the longest gap and eight times the median gap among
    /// its
    /// last entries, and not for less than the operator's bound. Without a rhythm, nothing new for twelve times that bound.
    /// </summary>
    private string? Silence(FeedState state, DateTimeOffset now)
    {
        // A date after now is a clock's error, not a sign of life.
        if ((Past(state.NewestEntry, now) ?? Past(state.LastNew, now)) is not { } last)
            return null;
        var least = options.Value.QuietAfter;
        var usual = state.Rhythm is { } rhythm ? Max(rhythm.Longest * 2, rhythm.Median * 8) : least * 12;
        return now - last > Max(least, usual)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"nothing since {last.UtcDateTime:yyyy-MM-dd}")
            : null;
    }

    private static DateTimeOffset? Past(DateTimeOffset? date, DateTimeOffset now) => date <= now + ClockError ? date : null;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
