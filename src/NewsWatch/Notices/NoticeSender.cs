using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Notices;

/// <summary>
/// Tells recipients a notice, each once: what was sent is recorded recipient by recipient, and one that failed is tried again, in its own
/// time, without repeating the others. A crash between sending and recording sends once more, under the same id.
/// </summary>
public sealed partial class NoticeSender(
    IBlobs blobs, NoticeChannels channels, IOptions<NoticesOptions> options, TimeProvider time, ILogger<NoticeSender> logger)
{
    // A worker that was killed while sending is waited for no longer than it could have taken.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>The record of this name; null where nothing was told under it.</summary>
    public Task<NoticeRecord?> ReadAsync(string record, CancellationToken cancellation)
        => blobs.ReadJsonAsync(record, NoticesJson.Default.NoticeRecord, cancellation);

    /// <summary>Changes a record; <paramref name="change"/> gets null where there is none and may run again.</summary>
    public Task<NoticeRecord?> UpdateAsync(string record, Func<NoticeRecord?, NoticeRecord?> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(record, change, NoticesJson.Default.NoticeRecord, cancellation);

    /// <summary>Names of the channels that are told of a topic.</summary>
    public IReadOnlyList<string> ChannelsAbout(NoticeTopic topic)
        => [.. channels.All.Select(channel => channel.Name).Where(name => options.Value.Channels[name].TellsOf(topic))];

    /// <summary>Kind of a channel, in lower case; <c>unknown</c> for a name that the settings no longer have.</summary>
    public string KindOf(string channel)
        => options.Value.Channels.TryGetValue(channel, out var settings) && settings.Kind is { } kind
            ? kind.ToString().ToLowerInvariant()
            : "unknown";

    /// <summary>Every recipient of these channels; names that the settings no longer have are left out.</summary>
    public IReadOnlyList<Recipient> RecipientsOf(IEnumerable<string> names)
        => [.. names.Select(channels.Find).OfType<INoticeChannel>()
            .SelectMany(channel => channel.Recipients.Select(to => new Recipient(channel.Name, to)))];

    /// <summary>Tells those recipients who are not told yet and whose time it is.</summary>
    /// <param name="record">Blob that records it.</param>
    /// <param name="notice">What to tell; where the record has one already, that one is told.</param>
    /// <param name="recipients">Whom; those whom the record has under way are told as well.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<NoticeResult> TellAsync(
        string record, Notice notice, IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var stored = await UpdateAsync(record, found => Open(found ?? new(notice, []), recipients), cancellation);
        var ended = new ConcurrentQueue<NoticeDelivery>();
        var open = stored!.Deliveries.Where(delivery => delivery.State is DeliveryState.Sending or DeliveryState.Failed);
        await Task.WhenAll(open.GroupBy(delivery => delivery.Channel)
            .Select(group => TellAsync(record, stored.Notice, group, ended, cancellation)));
        var after = await ReadAsync(record, cancellation) ?? stored;
        return new(after, [.. ended], Next(after));
    }

    /// <summary>Tells without a record: for a trial, and where the store itself cannot be reached.</summary>
    public Task<ChannelOutcome> TryAsync(Notice notice, Recipient recipient, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return channels.Find(recipient.Channel) is { } channel
            ? BoundAsync(channel, notice, recipient.Name, cancellation)
            : Task.FromResult<ChannelOutcome>(new ChannelOutcome.Refused("the settings have no such channel"));
    }

    private NoticeRecord Open(NoticeRecord record, IReadOnlyList<Recipient> recipients)
    {
        var missing = recipients.Where(recipient => !record.Deliveries.Any(known => known.IsOf(recipient.Channel, recipient.Name)))
            .ToList();
        return missing.Count == 0 ? record : record with
        {
            Deliveries =
            [
                .. record.Deliveries,
                .. missing.Select(recipient => new NoticeDelivery(recipient.Channel, DeliveryState.Failed, time.GetUtcNow(), 0, "")
                {
                    Recipient = recipient.Name,
                }),
            ],
        };
    }

    /// <summary>Tells a channel's recipients one after the other; where the other side is down, the rest is left to the next try.</summary>
    private async Task TellAsync(
        string record, Notice notice, IEnumerable<NoticeDelivery> deliveries, ConcurrentQueue<NoticeDelivery> ended,
            CancellationToken cancellation)
    {
        ChannelOutcome.Failed? down = null;
        foreach (var delivery in deliveries)
        {
            if (!await ClaimAsync(record, delivery, cancellation))
                continue;
            var kind = KindOf(delivery.Channel);
            using var span = Tracing.Begin(Spans.Tell, kind);
            var channel = channels.Find(delivery.Channel);
            var outcome = channel is null || !channel.Recipients.Contains(delivery.Recipient)
                ? new ChannelOutcome.Refused("the settings have no such recipient")
                : down ?? await BoundAsync(channel, notice, delivery.Recipient, cancellation);
            down = outcome is ChannelOutcome.Failed { OthersMayWork: false } failed ? failed : down;
            var after = await SetAsync(record, delivery, known => After(known, outcome), cancellation);
            if (after.IsOver)
                ended.Enqueue(after);
            Measure(span, kind, after);
            Log(notice, after);
        }
    }

    /// <summary>The one place where a channel's time is bounded.</summary>
    private async Task<ChannelOutcome> BoundAsync(INoticeChannel channel, Notice notice, string recipient, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            return await channel.SendAsync(notice, recipient, either.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new ChannelOutcome.Failed("no answer in time");
        }
    }

    private NoticeDelivery After(NoticeDelivery known, ChannelOutcome outcome)
    {
        var now = time.GetUtcNow();
        var after = known with { At = now, NotBefore = null, Detail = "" };
        switch (outcome)
        {
            case ChannelOutcome.Sent:
                return after with { State = DeliveryState.Sent };
            case ChannelOutcome.Refused refused:
                return after with { State = DeliveryState.Refused, Detail = refused.Why };
            case ChannelOutcome.Failed failed when known.Attempts >= options.Value.Attempts:
                return after with { State = DeliveryState.GivenUp, Detail = failed.Why };
            case ChannelOutcome.Failed failed:
                var wait = options.Value.RetryAfter(known.Attempts);
                return after with
                {
                    State = DeliveryState.Failed,
                    Detail = failed.Why,
                    NotBefore = now + (failed.After > wait ? failed.After.Value : wait),
                };
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    /// <summary>Makes sure that no other worker tells the recipient the same at the same time; false where it is not its time.</summary>
    private async Task<bool> ClaimAsync(string record, NoticeDelivery delivery, CancellationToken cancellation)
    {
        var claimed = false;
        await SetAsync(
            record,
            delivery,
            known =>
            {
                var now = time.GetUtcNow();
                claimed = known.State is DeliveryState.Failed or DeliveryState.Sending && Due(known) <= now;
                return claimed ? known with { State = DeliveryState.Sending, At = now, Attempts = known.Attempts + 1 } : known;
            },
            cancellation);
        return claimed;
    }

    private DateTimeOffset Due(NoticeDelivery delivery)
        => delivery.State == DeliveryState.Sending ? delivery.At + options.Value.Timeout + Grace
            : delivery.NotBefore ?? DateTimeOffset.MinValue;

    private TimeSpan? Next(NoticeRecord record)
    {
        var now = time.GetUtcNow();
        var open = record.Deliveries.Where(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Sending).Select(Due)
            .ToList();
        return open.Count == 0 ? null : open.Min() is var due && due > now ? due - now : TimeSpan.Zero;
    }

    private async Task<NoticeDelivery> SetAsync(
        string record, NoticeDelivery delivery, Func<NoticeDelivery, NoticeDelivery> change, CancellationToken cancellation)
    {
        var after = delivery;
        await UpdateAsync(
            record,
            found =>
            {
                var known = found!.Deliveries.FirstOrDefault(one => one.IsOf(delivery.Channel, delivery.Recipient)) ?? delivery;
                after = change(known);
                return ReferenceEquals(known, after) ? found : found.With(after);
            },
            cancellation);
        return after;
    }

    private static void Measure(Activity? span, string kind, NoticeDelivery delivery)
    {
        var outcome = WireName.Of(delivery.State);
        Instruments.Notices.Add(
            1, new(Attributes.ChannelKind, kind), new KeyValuePair<string, object?>(Attributes.NoticeOutcome, outcome));
        span?.SetTag(Attributes.Channel, delivery.Channel).SetTag(Attributes.ChannelKind, kind).SetTag(Attributes.NoticeOutcome, outcome);
        if (delivery.State != DeliveryState.Sent)
            span.Fail(outcome);
    }

    private void Log(Notice notice, NoticeDelivery delivery)
    {
        if (delivery.State == DeliveryState.Sent)
            LogSent(notice.Id, delivery.Channel, delivery.Recipient);
        else
            LogNotSent(notice.Id, delivery.Channel, delivery.Recipient, delivery.Detail);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Notice} told to channel {Channel}, {Recipient}")]
    private partial void LogSent(string notice, string channel, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Notice} could not be told to channel {Channel}, {Recipient}: {Reason}")]
    private partial void LogNotSent(string notice, string channel, string recipient, string reason);
}
