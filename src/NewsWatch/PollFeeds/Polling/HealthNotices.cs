using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.States;
using NewsWatch.Storage;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Tells the operator, once a change, of a feed that has come to need looking at, or no longer does.</summary>
internal sealed class HealthNotices(IQueues queues, IOptions<PollFeedsOptions> options)
{
    /// <summary>Sends what there is to tell; returns the state that remembers it. Crashing before that is stored tells it again under the same id.</summary>
    public async Task<FeedState> TellAsync(FeedState before, FeedState after, CancellationToken cancellation)
    {
        if (Change(before, after) is not { } change)
            return after;
        await queues.SendJsonAsync(Pipeline.NotifyOperator, change, NewsWatchJson.Default.FeedHealthChanged, cancellation);
        return after with { ToldOf = change.IsRecovery ? null : change.Now };
    }

    private FeedHealthChanged? Change(FeedState before, FeedState after)
    {
        var isTrouble = FeedHealthChanged.IsTrouble(after.Health);
        var isTold = isTrouble ? after.ToldOf == after.Health : after.ToldOf is null;
        if (isTold || (after.Health == FeedHealth.Failing && after.Failures < options.Value.FailuresBeforeNotice))
            return null;
        var was = after.ToldOf ?? before.Health;
        var id = string.Create(CultureInfo.InvariantCulture, $"{after.Feed} {was} {after.Health} {before.CheckedAt?.UtcTicks}");
        return new(ArticleId.Hash(id), after.Feed, after.Title, ShownAddress.Of(after.Address), was, after.Health, after.HealthSince!.Value, isTrouble ? after.Reason : null);
    }
}
