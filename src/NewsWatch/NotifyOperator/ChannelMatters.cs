using NewsWatch.Notices;

namespace NewsWatch.NotifyOperator;

/// <summary>What the operator is told of a channel that could not be told.</summary>
public static class ChannelMatters
{
    /// <summary>The matter of a delivery that was refused or given up.</summary>
    public static OperatorMatter Of(NoticeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var what = delivery.State == DeliveryState.Refused ? "refused for good" : $"given up after {delivery.Attempts} tries";
        return new(
            OperatorCauses.Channel,
            $"{delivery.Channel}, {delivery.Recipient}",
            $"Channel {delivery.Channel}, {delivery.Recipient}: {what}: {delivery.Detail}",
            delivery.At)
        {
            Channel = delivery.Channel,
        };
    }
}
