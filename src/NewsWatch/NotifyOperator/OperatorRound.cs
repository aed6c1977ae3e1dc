using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsWatch.Notices;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.NotifyOperator;

/// <summary>
/// Looks round for what the operator should know and tells what is due. A host calls it every minute or so; where the store itself is
/// refused, that is told without it, once an hour by this process.
/// </summary>
public sealed partial class OperatorRound(
    OperatorDesk desk, PollWatch polls, PoisonDesk poison, IQueues queues, PipelineGauges gauges, NoticeSender sender, TimeProvider time, ILogger<OperatorRound> logger)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    /// <summary>One round.</summary>
    /// <param name="watchesPolls">False where polls come by hand, and none is late.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task GoAsync(bool watchesPolls, CancellationToken cancellation)
    {
        if (watchesPolls)
            await polls.CheckAsync(cancellation);
        var givenUp = await poison.CountAsync(cancellation);
        await desk.CountPoisonAsync(givenUp, cancellation);
        await desk.SendDueAsync(cancellation);
        await gauges.CountAsync(queues, givenUp, cancellation);
    }

    /// <summary>Tells that the store is refused: straight away, for nothing can be taken down.</summary>
    public async Task TellOfStoreAsync(StorageUnavailableException outage, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outage);
        var now = time.GetUtcNow();
        if (told.TryGetValue(OperatorCauses.Store, out var last) && now - last < Hour)
            return;
        told[OperatorCauses.Store] = now;
        var notice = OperatorDesk.Compose(
            $"operator-{ArticleId.Hash($"{OperatorCauses.Store} {now.UtcTicks}")}",
            now,
            OperatorCauses.Store,
            [new(OperatorCauses.Store, "it cannot be used", outage.Message, now)]);
        foreach (var recipient in sender.RecipientsOf(sender.ChannelsAbout(NoticeTopic.Operator)))
            if (await sender.TryAsync(notice, recipient, cancellation) is not ChannelOutcome.Sent)
                LogUntold(recipient.Channel, outage.Message);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Channel {Channel} could not be told that the store is refused: {Reason}")]
    private partial void LogUntold(string channel, string reason);
}
