using NewsWatch.Notices;

namespace NewsWatch.SendAlerts;

/// <summary>What happens to a record of deliveries besides being told. Pure, as a store may apply a change again.</summary>
internal static class DeliveryChanges
{
    /// <summary>Nobody else is told: whoever was told or refused stays so, and what is just being sent cannot be called back.</summary>
    public static NoticeRecord? Withdraw(NoticeRecord? record) => Change(
        record,
        delivery => delivery.State is DeliveryState.Waiting or DeliveryState.Failed,
        delivery => [delivery with { State = DeliveryState.Withdrawn, NotBefore = null }]);

    /// <summary>Whoever is not told by now is given up; what waits is told when it is due.</summary>
    public static NoticeRecord? GiveUp(NoticeRecord? record) => Change(
        record,
        delivery => delivery.State is DeliveryState.Failed or DeliveryState.Sending,
        delivery => [delivery with { State = DeliveryState.GivenUp, NotBefore = null }]);

    /// <summary>After a replay, those who were given up are tried anew.</summary>
    public static NoticeRecord? Revive(NoticeRecord? record)
        => record?.Deliveries.Any(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Sending) == true
            ? record
            : Change(
                record,
                delivery => delivery.State == DeliveryState.GivenUp,
                delivery => [delivery with { State = DeliveryState.Failed, Attempts = 0, NotBefore = null, Within = null }]);

    /// <summary>Where somebody asks for it, those who refused are tried anew as well.</summary>
    public static NoticeRecord? Retry(NoticeRecord? record) => Change(
        record,
        delivery => delivery.State is DeliveryState.Refused or DeliveryState.GivenUp,
        delivery => [delivery with { State = DeliveryState.Failed, Attempts = 0, NotBefore = null, Within = null }]);

    /// <summary>What waits for a channel is due: its recipients are told next.</summary>
    public static NoticeRecord? Release(NoticeRecord? record, string channel, IReadOnlyList<Recipient> recipients) => Change(
        record is null ? null : Known(record, channel),
        delivery => delivery.Channel == channel && delivery.State == DeliveryState.Waiting,
        delivery => delivery.Recipient.Length > 0
            ? [delivery with { State = DeliveryState.Failed, NotBefore = null, Detail = "" }]
            : recipients.Select(to => delivery with { State = DeliveryState.Failed, NotBefore = null, Detail = "", Recipient = to.Name }));

    /// <summary>What waited for a channel was told in a digest, or, where that tells nobody, is told no more.</summary>
    public static NoticeRecord? Settle(NoticeRecord? record, string channel, string digest, IReadOnlyList<NoticeDelivery> told) => Change(
        record is null ? null : Known(record, channel),
        delivery => delivery.Channel == channel && delivery.State == DeliveryState.Waiting,
        delivery => told.Count > 0
            ? told.Select(one => one with { Within = digest })
            : [delivery with { State = DeliveryState.Withdrawn, NotBefore = null }]);

    /// <summary>What came out of the outbox before the record said that it waits there.</summary>
    private static NoticeRecord Known(NoticeRecord record, string channel) => record.Deliveries.Any(delivery => delivery.Channel == channel)
        ? record
        : record.With(new(channel, DeliveryState.Waiting, record.Notice.At, 0, ""));

    private static NoticeRecord? Change(
        NoticeRecord? record, Func<NoticeDelivery, bool> which, Func<NoticeDelivery, IEnumerable<NoticeDelivery>> change)
        => record is null || !record.Deliveries.Any(which)
            ? record
            : record with { Deliveries = [.. record.Deliveries.SelectMany(delivery => which(delivery) ? change(delivery) : [delivery])] };
}
