using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>
/// Sends what waited and is due: one development by its own message, several in one digest. A host calls it every minute or so; whatever
/// is cut short is taken up by the next call under the same id.
/// </summary>
public sealed partial class DigestSender
{
    // What two weeks did not bear out is left to the ledger.
    private static readonly TimeSpan EvidenceFor = TimeSpan.FromDays(14);

    private readonly OutboxStore boxes;
    private readonly FirstPassStore firstPass;
    private readonly AlertComposer composer;
    private readonly NoticeSender sender;
    private readonly OperatorDesk desk;
    private readonly IQueues queues;
    private readonly PoisonDesk poison;
    private readonly IOptions<SendAlertsOptions> options;
    private readonly TimeProvider time;
    private readonly ILogger<DigestSender> logger;

    internal DigestSender(
        OutboxStore boxes,
        FirstPassStore firstPass,
        AlertComposer composer,
        NoticeSender sender,
        OperatorDesk desk,
        IQueues queues,
        PoisonDesk poison,
        IOptions<SendAlertsOptions> options,
        TimeProvider time,
        ILogger<DigestSender> logger)
    {
        this.boxes = boxes;
        this.firstPass = firstPass;
        this.composer = composer;
        this.sender = sender;
        this.desk = desk;
        this.queues = queues;
        this.poison = poison;
        this.options = options;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Sends what is due.</summary>
    /// <param name="passIsDone">True where the host knows that everything found so far has come through.</param>
    /// <param name="cancellation">Stops between two channels.</param>
    public async Task SendDueAsync(bool passIsDone, CancellationToken cancellation)
    {
        var firstIsOver = await firstPass.TryEndAsync(passIsDone, cancellation);
        foreach (var channel in sender.ChannelsAbout(NoticeTopic.Developments))
        {
            var subscription = options.Value.Channels[channel];
            var box = await boxes.ReadAsync(channel, cancellation);
            if (box.Sending is null)
                box = await TakeAsync(channel, subscription, box, firstIsOver, cancellation);
            if (box.Sending is { } digest)
                await SendAsync(channel, digest, cancellation);
        }
    }

    /// <summary>Takes out of the box what is due; several make the digest under way.</summary>
    private async Task<Outbox> TakeAsync(string channel, Subscription subscription, Outbox box, bool firstIsOver,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = box.Held.Where(held => held.Due <= now || (held.Reason == HoldReason.FirstPass && firstIsOver)).ToList();
        if (due.Count == 0)
            return box;
        var corrections = due.Where(held => held.Development.Kind == DevelopmentKind.Correction).ToList();
        var news = new List<HeldAlert>();
        foreach (var held in due.Where(held => held.Development.Kind != DevelopmentKind.Correction))
            if (held.Reason != HoldReason.Evidence || await IsBorneOutAsync(channel, subscription, held, cancellation))
                news.Add(held);
        if (news.Count < 2)
        {
            foreach (var held in corrections.Concat(news))
                await ReleaseAsync(channel, held, cancellation);
            var released = corrections.Concat(news).Select(held => held.Development.Id).ToHashSet(StringComparer.Ordinal);
            return await boxes.UpdateAsync(channel, found => released.Count == 0 ? found : found.Without(released), cancellation);
        }
        var id = $"digest-{ArticleId.Hash($"{channel} {string.Join(' ', news.Select(held => held.Development.Id))}")}";
        var digest = new PendingDigest(id, now, [.. news.Select(held => held.Development)])
        {
            Traces = [.. news.Select(held => held.Trace).OfType<string>()],
        };
        var taken = news.Select(held => held.Development.Id).ToHashSet(StringComparer.Ordinal);
        return await boxes.UpdateAsync(
            channel, found => found.Sending is null ? found.Without(taken) with { Sending = digest } : found, cancellation);
    }

    /// <summary>One development is told by its own message, with its own thread and retries.</summary>
    private async Task ReleaseAsync(string channel, HeldAlert held, CancellationToken cancellation)
    {
        var development = held.Development;
        using var span = Tracing.BeginBelow(held.Trace, Spans.Release);
        MessageTags.About(span, development);
        var recipients = sender.RecipientsOf([channel]);
        var fresh = await composer.ComposeAsync(development, cancellation);
        await sender.UpdateAsync(
            AlertSender.Record(development.Id),
            found => DeliveryChanges.Release(Refresh(found, fresh), channel, recipients),
            cancellation);
        await queues.SendJsonAsync(Pipeline.SendAlerts, development, NewsWatchJson.Default.Development, cancellation);
    }

    /// <summary>Nobody has read it yet: it may say what is known by now.</summary>
    private static NoticeRecord? Refresh(NoticeRecord? record, Alert? alert)
        => record is null || alert is null
            || record.Deliveries.Any(delivery => delivery.State is DeliveryState.Sent or DeliveryState.Sending)
            ? record
            : record with { Notice = AlertNotices.Of(alert) with { Answers = record.Notice.Answers } };

    private async Task SendAsync(string channel, PendingDigest digest, CancellationToken cancellation)
    {
        using var trace = Tracing.BeginTrace(Spans.Digest, digest.Traces);
        trace.Root?.SetTag(Attributes.Channel, channel);
        var alerts = new List<Alert>();
        foreach (var development in digest.Developments)
            if (await composer.ComposeAsync(development, cancellation) is { } alert)
                alerts.Add(alert);
        var (told, ids) = ((IReadOnlyList<NoticeDelivery>)[], (IReadOnlySet<string>)new HashSet<string>());
        if (alerts.Count > 0)
        {
            var result = await sender.TellAsync(
                $"alerts/digests/{digest.Id}.json", AlertNotices.Digest(digest.Id, digest.At, alerts), sender.RecipientsOf([channel]),
                    cancellation);
            foreach (var ended in result.Ended.Where(ended => ended.State is DeliveryState.Refused or DeliveryState.GivenUp))
                await desk.RaiseAsync(ChannelMatters.Of(ended), cancellation);
            if (result.Next is not null)
                return;
            told = result.Record.Deliveries;
            ids = ToldIn(result.Record.Notice);
        }
        await SettleAsync(channel, digest, told, ids, cancellation);
        LogDigest(digest.Id, alerts.Count, channel);
    }

    /// <summary>What the digest told when it was put together: what was taken back before is not in it.</summary>
    private static HashSet<string> ToldIn(Notice digest)
        => [.. digest.Payload!.Data.Deserialize(AlertsJson.Default.AlertDigest)!.Developments.Select(alert => alert.Development)];

    private async Task SettleAsync(
        string channel, PendingDigest digest, IReadOnlyList<NoticeDelivery> told, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        foreach (var development in digest.Developments)
        {
            await sender.UpdateAsync(
                AlertSender.Record(development.Id),
                found => DeliveryChanges.Settle(found, channel, digest.Id, ids.Contains(development.Id) ? told : []),
                cancellation);
            if (ids.Contains(development.Id) && told.FirstOrDefault(delivery => delivery.State == DeliveryState.GivenUp) is { } untold)
                await poison.KeepAsync(
                    Pipeline.SendAlerts,
                    JsonSerializer.Serialize(development, NewsWatchJson.Default.Development),
                    ChannelMatters.CauseOf(untold),
                    cancellation);
        }
        await boxes.UpdateAsync(channel, found => found.Sending?.Id == digest.Id ? found with { Sending = null } : found, cancellation);
    }

    /// <summary>True where what waited for more sources has them; else it is looked at later, or dropped after two weeks.</summary>
    private async Task<bool> IsBorneOutAsync(string channel, Subscription subscription, HeldAlert held, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var planner = new AlertPlanner(subscription, options.Value.Burst);
        var alert = await composer.ComposeAsync(held.Development, cancellation);
        var next = alert is null || now - held.Since > EvidenceFor ? null
            : planner.Plan(alert, Outbox.Empty, isFirstPass: false, now) is AlertPlan.Hold hold
                ? held with { Reason = hold.Reason, Due = hold.Due }
            : held;
        if (ReferenceEquals(next, held))
            return true;
        await boxes.UpdateAsync(
            channel,
            box => box with { Held = [.. box.Held.Select(one => one.Development.Id == held.Development.Id ? next : one).OfType<HeldAlert>()] },
            cancellation);
        if (next is null)
            await sender.UpdateAsync(AlertSender.Record(held.Development.Id), record => DropWaiting(record, channel), cancellation);
        return false;
    }

    private static NoticeRecord? DropWaiting(NoticeRecord? record, string channel)
        => record?.Deliveries.FirstOrDefault(delivery => delivery.Channel == channel
            && delivery.State == DeliveryState.Waiting) is { } waiting
            ? record.With(waiting with { State = DeliveryState.Withdrawn, NotBefore = null, Detail = "not borne out" })
            : record;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Notice} with {Count} developments told to channel {Channel}")]
    private partial void LogDigest(string notice, int count, string channel);
}
