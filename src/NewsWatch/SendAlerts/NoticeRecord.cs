using System.Text.Json.Serialization;

namespace NewsWatch.SendAlerts;

/// <summary>What was sent, to whom, when. Stored as <c>alerts/{development}.json</c>, or <c>alerts/feeds/{change}.json</c>.</summary>
/// <param name="Notice">What.</param>
/// <param name="Deliveries">To whom, a channel each.</param>
public sealed record NoticeRecord(Notice Notice, IReadOnlyList<NoticeDelivery> Deliveries);

/// <summary>How telling one channel went.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="State">How it stands.</param>
/// <param name="At">When it came to that.</param>
/// <param name="Attempts">How often it was tried, from 1.</param>
/// <param name="Detail">To whom it went, or why not.</param>
public sealed record NoticeDelivery(string Channel, DeliveryState State, DateTimeOffset At, int Attempts, string Detail);

/// <summary>How a delivery stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>Under way; taken over where its worker is not heard of again.</summary>
    [JsonStringEnumMemberName("sending")] Sending,

    /// <summary>The channel took it.</summary>
    [JsonStringEnumMemberName("sent")] Sent,

    /// <summary>It failed and will be tried again.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The channel refused it for good, or it was given up.</summary>
    [JsonStringEnumMemberName("given-up")] GivenUp,
}
