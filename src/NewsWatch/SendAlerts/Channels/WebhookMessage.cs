using System.Text.Json.Serialization;
using NewsWatch.PollFeeds;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>What a webhook is sent.</summary>
/// <param name="Type"><c>agreement.development</c> or <c>feed.health-changed</c>.</param>
/// <param name="Timestamp">When it was noticed.</param>
/// <param name="Development">The development; left out for another type.</param>
/// <param name="Feed">The change of a feed's health; left out for another type.</param>
internal sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, [property: JsonIgnore] Alert? Development, [property: JsonIgnore] FeedHealthChanged? Feed)
{
    /// <summary>The one of the two that is given.</summary>
    [JsonPropertyName("data")]
    public object Data => (object?)Development ?? Feed!;
}
