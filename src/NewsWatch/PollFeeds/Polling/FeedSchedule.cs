using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Decides when a feed is due again.</summary>
/// <param name="options">Bounds.</param>
/// <param name="random">Spreads polls, so that feeds that failed together are not asked again together; seeded in tests.</param>
internal sealed class FeedSchedule(IOptions<PollFeedsOptions> options, Random random)
{
    private const double Spread = 0.1;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A feed may ask to be spared for hours and days of a week.</summary>
    private static readonly TimeSpan LongestSpared = TimeSpan.FromDays(8);

    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a process that polls a feed keeps others from it: until it has come, or as long as its fetch may take and a minute for the
    /// store. One that died lets go of it so.
    /// </summary>
    public TimeSpan ClaimedFor => options.Value.FeedTimeout + TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a feed is to be polled now. A check later than any rule could set, or set by a poll after now, is a clock's error and not
    /// waited for; neither is a claim that lies further ahead than one can.
    /// </summary>
    public bool IsDue(WatchedFeed feed, FeedState state, DateTimeOffset now)
    {
        if (state.ClaimedUntil is { } claimed && claimed > now && claimed <= now + ClaimedFor + ClockError)
            return false;
        var bounds = options.Value;
        var longest = new[] { bounds.MaxInterval, bounds.MaxBackoff, feed.Every ?? TimeSpan.Zero }.Max() + LongestSpared;
        return state.NextCheck is not { } next || next <= now || next > now + longest || state.CheckedAt > now + ClockError;
    }

    /// <summary>
    /// After a poll that worked: half the feed's own median gap, or an eighth of its silence once that is long, but not before what its
    /// server or the feed itself says (Cache-Control, Expires, ttl, sy:updatePeriod), within the bounds, spread by up to a tenth, and not
    /// in an hour or on a day it asks to be spared.
    /// </summary>
    public NextCheck After(WatchedFeed feed, FeedState state, TimeSpan? fresh, DateTimeOffset now)
    {
        var bounds = options.Value;
        var (wait, because) = feed.Every is { } every
            ? (every, "the watch list")
            : Longest((OwnRate(state, now) ?? bounds.DefaultInterval, state.Rhythm is null ? "default" : "own rate"),
                (fresh, "caching headers"), (state.Wishes.Ttl, "ttl"), (state.Wishes.UpdateInterval, "sy:updatePeriod"));
        var longest = feed.Every ?? bounds.MaxInterval;
        var spread = Spreading(Clamp(wait, bounds.MinInterval, longest));
        var next = now + (spread < longest ? spread : longest);
        var spared = Spare(next, state.Wishes);
        return new(spared, spared == next ? because : $"{because}, skipHours or skipDays");
    }

    /// <summary>
    /// After a failure: what the server asked for, else a delay that doubles with each failure in a row, of which the upper half is left to
    /// chance.
    /// </summary>
    public NextCheck AfterFailure(int failures, FeedVisit.Failed failure, DateTimeOffset now)
    {
        var bounds = options.Value;
        if (failure.RetryAfter is { } asked)
            return new(now + Spreading(Clamp(asked, bounds.MinInterval, bounds.MaxBackoff)), "Retry-After");
        var doubled = bounds.FirstBackoff * Math.Pow(2, Math.Min(failures - 1, 30));
        var delay = failure.IsLasting || doubled > bounds.MaxBackoff ? bounds.MaxBackoff : doubled;
        return new(now + (delay * (0.5 + (random.NextDouble() / 2))), "back-off");
    }

    private static TimeSpan? OwnRate(FeedState state, DateTimeOffset now)
    {
        if (state.Rhythm is not { } rhythm)
            return null;
        var lively = rhythm.Median / 2;
        var silence = state.NewestEntry is { } newest ? (now - newest) / 8 : TimeSpan.Zero;
        return silence > lively ? silence : lively;
    }

    private static (TimeSpan Wait, string Because) Longest((TimeSpan Wait, string Because) own, params ReadOnlySpan<(TimeSpan? Wait, string Because)> asked)
    {
        foreach (var (wait, because) in asked)
            if (wait > own.Wait)
                own = (wait.Value, because);
        return own;
    }

    private TimeSpan Spreading(TimeSpan wait) => wait * (1 + (Spread * random.NextDouble()));

    private static TimeSpan Clamp(TimeSpan wait, TimeSpan least, TimeSpan most) => wait > most ? most : wait < least ? least : wait;

    /// <summary>The first hour from then on that is not to be skipped; then itself where a feed would skip a whole week.</summary>
    private static DateTimeOffset Spare(DateTimeOffset then, FeedWishes wishes)
    {
        var hour = then.ToUniversalTime();
        for (var hours = 0; hours < 7 * 24; hours++)
        {
            if (!wishes.SkipHours.Contains(hour.Hour) && !wishes.SkipDays.Contains(hour.DayOfWeek))
                return hour;
            hour = new DateTimeOffset(hour.Year, hour.Month, hour.Day, hour.Hour, 0, 0, TimeSpan.Zero) + Hour;
        }
        return then;
    }
}

/// <summary>When a feed is due again, and the rule that says so.</summary>
internal sealed record NextCheck(DateTimeOffset At, string Because);
