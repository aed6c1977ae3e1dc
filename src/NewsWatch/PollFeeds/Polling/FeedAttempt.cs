using NewsWatch.PollFeeds.States;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>
/// A mark on a feed's state that it is about to be read, set before and gone after: a feed whose reading ends the program is then put off
/// for longer each time, instead of coming first in every run and keeping all others from being polled.
/// </summary>
internal sealed class FeedAttempt(
    FeedStates states, FeedJudge judge, HealthNotices notices, FeedState before, string? tag, TimeProvider clock)
{
    private bool isMarked;

    /// <summary>Tag of the state as stored now; null where there is none.</summary>
    public string? Tag { get; private set; } = tag;

    /// <summary>Claims the feed against other processes; false where one of them came first.</summary>
    public async Task<bool> ClaimAsync(TimeSpan length, CancellationToken cancellation)
    {
        if (await states.SaveAsync(before with { ClaimedUntil = clock.GetUtcNow() + length }, Tag, cancellation) is not { } claimed)
            return false;
        (Tag, isMarked) = (claimed, true);
        return true;
    }

    /// <summary>Sets the mark. Where another poll of the feed came between, its state stands.</summary>
    public async Task MarkAsync(CancellationToken cancellation)
    {
        var attempted = await notices.TellAsync(before, judge.Attempted(before, clock.GetUtcNow()), cancellation);
        if (await states.SaveAsync(attempted, Tag, cancellation) is { } marked)
            (Tag, isMarked) = (marked, true);
    }

    /// <summary>Takes mark and claim back, where the reading was broken off on purpose.</summary>
    public async Task TakeBackAsync()
    {
        if (isMarked)
            Tag = await states.SaveAsync(before, Tag, CancellationToken.None);
    }
}
