using System.Text.Json.Serialization;

namespace NewsWatch.Notices;

/// <summary>What was sent, to whom, when. A blob each, such as <c>alerts/{development}.json</c>.</summary>
/// <param name="Notice">What.</param>
/// <param name="Deliveries">To whom: one a channel and recipient, or one of a channel for what waits there.</param>
public sealed record NoticeRecord(Notice Notice, IReadOnlyList<NoticeDelivery> Deliveries)
{
    /// <summary>The deliveries with this one in the place of its channel's and recipient's.</summary>
    public NoticeRecord With(NoticeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return this with { Deliveries = [.. Deliveries.Where(known => !known.IsOf(delivery.Channel, delivery.Recipient)), delivery] };
    }
}

/// <summary>How telling one recipient of a channel stands.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="State">How it stands.</param>
/// <param name="At">When it came to that.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Detail">Why it waits or was not sent; else empty.</param>
public sealed record NoticeDelivery(string Channel, DeliveryState State, DateTimeOffset At, int Attempts, string Detail)
{
    /// <summary>Whom; empty where the channel as a whole waits.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>When it is tried again, or what waits is due; null where that is not set.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Id of the digest that it was told in; null where it was told alone.</summary>
    public string? Within { get; init; }

    /// <summary>True where nothing more comes of it by itself.</summary>
    [JsonIgnore]
    public bool IsOver => State is DeliveryState.Sent or DeliveryState.Refused or DeliveryState.GivenUp or DeliveryState.Withdrawn;

    /// <summary>True for this channel and recipient.</summary>
    internal bool IsOf(string channel, string recipient) => Channel == channel && Recipient == recipient;
}

/// <summary>How a delivery stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>Kept for a digest, for the end of quiet hours, or until more sources say so.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>Under way; taken over where its worker is not heard of again.</summary>
    [JsonStringEnumMemberName("sending")] Sending,

    /// <summary>The other side took it.</summary>
    [JsonStringEnumMemberName("sent")] Sent,

    /// <summary>It failed and will be tried again.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The other side refused it for good.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>It failed to the last try; a replay tries anew.</summary>
    [JsonStringEnumMemberName("given-up")] GivenUp,

    /// <summary>What it tells was taken back before it was told.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}
