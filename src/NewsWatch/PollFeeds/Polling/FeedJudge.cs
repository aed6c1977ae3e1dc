using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>What a visit makes of a feed's state. Decides only: it neither stores nor sends.</summary>
internal sealed class FeedJudge(FeedSchedule schedule, IOptions<PollFeedsOptions> options)
{
    private const int FailuresBeforeTurningBack = 3;

    /// <summary>The state after a visit; its entries are the caller's.</summary>
    public FeedState Judge(WatchedFeed feed, FeedState before, FeedVisit visit, DateTimeOffset now)
    {
        var after = visit switch
        {
            FeedVisit.Read read => Worked(feed, Said(before, read.Document, now), read.Reply, now, changed: true),
            FeedVisit.Same same => Worked(feed, before, same.Reply, now, changed: false),
            FeedVisit.Failed failed => Failed(before, failed, now),
            FeedVisit.Gone gone => before with { Health = FeedHealth.Gone, Reason = gone.Reason, NextCheck = null, NextCheckBecause = null },
            _ => throw new InvalidOperationException($"{visit.GetType()} is no way a visit ends."),
        };
        return after with { CheckedAt = now, HealthSince = after.Health == before.Health ? before.HealthSince : now };
    }

    private static FeedState Said(FeedState before, FeedDocument document, DateTimeOffset now) => before with
    {
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
            : silence is not null ? FeedHealth.GoneQuiet
            : after.NewestEntry is null ? FeedHealth.Undated
            : after.MovedTo is not null ? FeedHealth.Moved
            : changed ? FeedHealth.Ok
            : FeedHealth.Unchanged;
        var next = schedule.After(feed, after, Freshness.Of(reply.Headers, now), now);
        return after with { Health = health, Reason = silence, NextCheck = next.At, NextCheckBecause = next.Because };
    }

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
    /// Why the feed counts as gone quiet, null where it does not: nothing for twice the longest gap and eight times the median gap among its
    /// last entries, and not for less than the operator's bound. Without a rhythm, nothing new for twelve times that bound.
    /// </summary>
    private string? Silence(FeedState state, DateTimeOffset now)
    {
        if ((state.NewestEntry ?? state.LastNew) is not { } last)
            return null;
        var least = options.Value.QuietAfter;
        var usual = state.Rhythm is { } rhythm ? Max(rhythm.Longest * 2, rhythm.Median * 8) : least * 12;
        return now - last > Max(least, usual)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"nothing since {last.UtcDateTime:yyyy-MM-dd}")
            : null;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
