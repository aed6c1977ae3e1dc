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

    /// <summary>Sets the mark. Where another poll of the feed came between, its state stands.</summary>
    public async Task MarkAsync(CancellationToken cancellation)
    {
        var attempted = await notices.TellAsync(before, judge.Attempted(before, clock.GetUtcNow()), cancellation);
        if (await states.SaveAsync(attempted, Tag, cancellation) is { } marked)
            (Tag, isMarked) = (marked, true);
    }

    /// <summary>Takes the mark back, where the reading was broken off on purpose.</summary>
    public async Task TakeBackAsync()
    {
        if (isMarked)
            Tag = await states.SaveAsync(before, Tag, CancellationToken.None);
    }
}
