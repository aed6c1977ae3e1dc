using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>
/// Tells every channel that wants a notice, each once: what was sent is recorded channel by channel, and a channel that failed is tried
/// again without repeating the others. A crash between sending and recording sends once more, under the same id.
/// </summary>
public sealed partial class NoticeSender(
    IBlobs blobs, NoticeChannels channels, IOptions<SendAlertsOptions> options, TimeProvider time, ILogger<NoticeSender> logger)
{
    // A worker that was killed while sending is waited for no longer than it could have taken.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>Tells the channels.</summary>
    /// <param name="record">Blob that records it.</param>
    /// <param name="notice">What to tell; where the record has one already, that one is told.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="NoticeNotSentException">A channel failed: deliver again later.</exception>
    public async Task TellAsync(string record, Notice notice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var stored = await blobs.UpdateJsonAsync(record, found => found ?? new(notice, []), AlertsJson.Default.NoticeRecord, cancellation);
        var told = stored!.Notice;
        var outcomes = await Task.WhenAll(channels.All.Where(channel => channel.Wants(told)).Select(channel => TellAsync(record, told, channel, cancellation)));
        var failures = outcomes.OfType<string>().ToList();
        if (failures.Count > 0)
            throw new NoticeNotSentException(string.Join("; ", failures));
    }

    /// <summary>Records that channels which still failed are given up.</summary>
    public Task GiveUpAsync(string record, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(
            record,
            found => found is null ? null : found with
            {
                Deliveries = [.. found.Deliveries.Select(delivery =>
                    delivery.State is DeliveryState.Sent ? delivery : delivery with { State = DeliveryState.GivenUp, At = time.GetUtcNow() })],
            },
            AlertsJson.Default.NoticeRecord,
            cancellation);

    /// <summary>Tells one channel; returns why it failed, null where it is done with.</summary>
    private async Task<string?> TellAsync(string record, Notice notice, INoticeChannel channel, CancellationToken cancellation)
    {
        if (!await ClaimAsync(record, channel.Name, cancellation))
            return null;
        var outcome = await channel.SendAsync(notice, cancellation);
        var (state, detail) = outcome switch
        {
            ChannelOutcome.Sent sent => (DeliveryState.Sent, sent.To),
            ChannelOutcome.Refused refused => (DeliveryState.GivenUp, refused.Why),
            ChannelOutcome.Failed failed => (DeliveryState.Failed, failed.Why),
            _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
        };
        await SetAsync(record, channel.Name, known => known with { State = state, Detail = detail, At = time.GetUtcNow() }, cancellation);
        if (state == DeliveryState.Sent)
            LogSent(notice.Id, channel.Name);
        else
            LogNotSent(notice.Id, channel.Name, detail);
        return state == DeliveryState.Failed ? $"channel {channel.Name}: {detail}" : null;
    }

    /// <summary>Makes sure that no other worker tells the channel the same at the same time; false where it has been told or given up.</summary>
    private async Task<bool> ClaimAsync(string record, string channel, CancellationToken cancellation)
    {
        while (true)
        {
            var claimed = false;
            var wait = TimeSpan.Zero;
            await SetAsync(
                record,
                channel,
                known =>
                {
                    var now = time.GetUtcNow();
                    wait = known.State == DeliveryState.Sending && known.Attempts > 0 ? known.At + options.Value.Timeout + Grace - now : TimeSpan.Zero;
                    claimed = wait <= TimeSpan.Zero && known.State is DeliveryState.Sending or DeliveryState.Failed;
                    return claimed ? known with { State = DeliveryState.Sending, At = now, Attempts = known.Attempts + 1 } : known;
                },
                cancellation);
            if (claimed)
                return true;
            if (wait <= TimeSpan.Zero)
                return false;
            await Task.Delay(wait < TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1), time, cancellation);
        }
    }

    private Task<NoticeRecord?> SetAsync(string record, string channel, Func<NoticeDelivery, NoticeDelivery> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(
            record,
            found =>
            {
                var known = found!.Deliveries.FirstOrDefault(delivery => delivery.Channel == channel);
                var before = known ?? new(channel, DeliveryState.Sending, time.GetUtcNow(), 0, "");
                var after = change(before);
                if (ReferenceEquals(before, after))
                    return found;
                return found with { Deliveries = [.. found.Deliveries.Where(delivery => delivery.Channel != channel), after] };
            },
            AlertsJson.Default.NoticeRecord,
            cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Notice} told to channel {Channel}")]
    private partial void LogSent(string notice, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Notice} could not be told to channel {Channel}: {Why}")]
    private partial void LogNotSent(string notice, string channel, string why);
}
