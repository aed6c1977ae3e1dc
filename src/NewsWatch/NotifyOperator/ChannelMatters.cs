using NewsWatch.Notices;

namespace NewsWatch.NotifyOperator;

/// <summary>What the operator is told of a channel that could not be told.</summary>
public static class ChannelMatters
{
    /// <summary>The matter of a delivery that was refused or given up.</summary>
    public static OperatorMatter Of(NoticeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new(
            OperatorCauses.Channel,
            $"{delivery.Channel}, {delivery.Recipient}",
            CauseOf(delivery),
            delivery.At)
        {
            Channel = delivery.Channel,
        };
    }

    /// <summary>What became of a delivery that was refused or given up, in a line.</summary>
    public static string CauseOf(NoticeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var what = delivery.State == DeliveryState.Refused ? "refused for good" : $"given up after {delivery.Attempts} tries";
        return $"Channel {delivery.Channel}, {delivery.Recipient}: {what}: {delivery.Detail}";
    }
}
