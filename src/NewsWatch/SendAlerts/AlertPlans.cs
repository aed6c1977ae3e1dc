using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Notices;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Keeps, channel by channel, what was decided of a development, so that its message may come again.</summary>
internal sealed class AlertPlans(
    OutboxStore boxes, FirstPassStore firstPass, NoticeSender sender, IOptions<SendAlertsOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Decides for the channels that are not decided yet; returns whom to tell now.</summary>
    public async Task<IReadOnlyList<Recipient>> OfNewsAsync(Development message, Alert alert, Notice notice, CancellationToken cancellation)
    {
        var record = AlertSender.Record(message.Id);
        var known = await sender.UpdateAsync(record, found => DeliveryChanges.Revive(found ?? new(notice, [])), cancellation);
        var isFirstPass = await firstPass.IsUnderWayAsync(cancellation);
        var now = new List<string>();
        foreach (var channel in sender.ChannelsAbout(NoticeTopic.Developments))
        {
            if (known!.Deliveries.Any(delivery => delivery.Channel == channel))
                continue;
            switch (await DecideAsync(channel, Planner(channel), message, alert, isFirstPass, cancellation))
            {
                case AlertPlan.Tell:
                    now.Add(channel);
                    break;
                case AlertPlan.Hold hold:
                    await WaitAsync(record, [new(channel, "")], hold, cancellation);
                    break;
            }
        }
        return sender.RecipientsOf(now);
    }

    /// <summary>Decides of a correction: whoever was told is told, now or after quiet hours; returns whom to tell now.</summary>
    public async Task<IReadOnlyList<Recipient>> OfCorrectionAsync(
        Development message, Alert alert, Notice notice, NoticeRecord corrected, CancellationToken cancellation)
    {
        var record = AlertSender.Record(message.Id);
        var known = await sender.UpdateAsync(record, found => DeliveryChanges.Revive(found ?? new(notice, [])), cancellation);
        var now = new List<Recipient>();
        foreach (var told in corrected.Deliveries.Where(WasTold).GroupBy(delivery => delivery.Channel))
        {
            if (known!.Deliveries.Any(delivery => delivery.Channel == told.Key && delivery.State != DeliveryState.Waiting)
                || !options.Value.Channels.ContainsKey(told.Key))
                continue;
            List<Recipient> recipients = [.. told.Select(delivery => new Recipient(delivery.Channel, delivery.Recipient))];
            if (Planner(told.Key).PlanCorrection(alert, time.GetUtcNow()) is AlertPlan.Hold hold)
                await HoldAsync(message, record, recipients, hold, cancellation);
            else if (known.Deliveries.Any(delivery => delivery.Channel == told.Key))
                await sender.UpdateAsync(record, found => DeliveryChanges.Release(found, told.Key, recipients), cancellation);
            else
                now.AddRange(recipients);
        }
        return now;
    }

    /// <summary>Takes a development out of every outbox; false where a digest with it is under way.</summary>
    public async Task<bool> TryRemoveAsync(string development, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { development };
        foreach (var channel in options.Value.Channels.Keys)
        {
            var box = await boxes.UpdateAsync(channel, box => box.Has(development) ? box.Without(ids) : box, cancellation);
            if (box.IsSending(development))
                return false;
        }
        return true;
    }

    // Of one that was cut short in the middle of sending, nobody knows: it is taken back as well.
    private static bool WasTold(NoticeDelivery delivery) => delivery.State is DeliveryState.Sent or DeliveryState.Sending;

    private AlertPlanner Planner(string channel) => new(options.Value.Channels[channel], options.Value.Burst);

    /// <summary>The record first: what waits in the box is released from there.</summary>
    private async Task HoldAsync(
        Development message, string record, List<Recipient> recipients, AlertPlan.Hold hold, CancellationToken cancellation)
    {
        await WaitAsync(record, recipients, hold, cancellation);
        var held = Held(message, hold, time.GetUtcNow());
        await boxes.UpdateAsync(
            recipients[0].Channel, box => box.Has(message.Id) ? box : box with { Held = [.. box.Held, held] }, cancellation);
    }

    private static HeldAlert Held(Development message, AlertPlan.Hold hold, DateTimeOffset since)
        => new(message, hold.Reason, since, hold.Due) { Trace = Tracing.Here };

    private async Task<AlertPlan> DecideAsync(
        string channel, AlertPlanner planner, Development message, Alert alert, bool isFirstPass, CancellationToken cancellation)
    {
        AlertPlan plan = new AlertPlan.Pass();
        await boxes.UpdateAsync(
            channel,
            box =>
            {
                var now = time.GetUtcNow();
                if (box.Held.FirstOrDefault(held => held.Development.Id == message.Id) is { } held)
                {
                    plan = new AlertPlan.Hold(held.Reason, held.Due);
                    return box;
                }
                if (box.IsSending(message.Id))
                    return box;
                if (box.Told.Any(told => told.Development == message.Id))
                {
                    plan = new AlertPlan.Tell();
                    return box;
                }
                plan = planner.Plan(alert, box, isFirstPass, now);
                return plan switch
                {
                    AlertPlan.Tell => box with { Told = [.. box.Told.Where(told => told.At > now - Hour), new(message.Id, now)] },
                    AlertPlan.Hold hold => box with { Held = [.. box.Held, Held(message, hold, now)] },
                    _ => box,
                };
            },
            cancellation);
        return plan;
    }

    private Task<NoticeRecord?> WaitAsync(string record, List<Recipient> recipients, AlertPlan.Hold hold, CancellationToken cancellation)
        => sender.UpdateAsync(
            record,
            found => found!.Deliveries.Any(known => known.Channel == recipients[0].Channel) ? found
                : recipients.Aggregate(found, (known, to) => known.With(
                new(to.Channel, DeliveryState.Waiting, time.GetUtcNow(), 0, Why(hold)) { Recipient = to.Name, NotBefore = Due(hold) })),
            cancellation);

    private static DateTimeOffset? Due(AlertPlan.Hold hold) => hold.Due == DateTimeOffset.MaxValue ? null : hold.Due;

    private static string Why(AlertPlan.Hold hold) => hold.Reason switch
    {
        HoldReason.Evidence => "until more bears it out",
        HoldReason.FirstPass => "until the first look at the feeds is over",
        HoldReason.Late => $"learned late, gathered until {Moment(hold.Due)}",
        HoldReason.Burst => $"many at once, gathered until {Moment(hold.Due)}",
        HoldReason.Quiet => $"quiet until {Moment(hold.Due)}",
        _ => $"digest of {Moment(hold.Due)}",
    };

    private static string Moment(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
