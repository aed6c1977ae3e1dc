using System.Text.Json.Serialization;

namespace NewsWatch.Review.Search;

/// <summary>Which part of the inbox is shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboxTab>))]
public enum InboxTab
{
    /// <summary>Reports or borderline, and nobody has decided.</summary>
    [JsonStringEnumMemberName("to-review")] ToReview,

    /// <summary>Reports an agreement, decided or not.</summary>
    [JsonStringEnumMemberName("reports")] Reports,

    /// <summary>Reports none, but names one as background, history or explanation.</summary>
    [JsonStringEnumMemberName("mentions")] Mentions,

    /// <summary>The verdict is not sure.</summary>
    [JsonStringEnumMemberName("borderline")] Borderline,

    /// <summary>Decided by an analyst.</summary>
    [JsonStringEnumMemberName("decided")] Decided,

    /// <summary>Every article that has ended in a state.</summary>
    [JsonStringEnumMemberName("all")] All,
}
