using System.Text.Json.Serialization;

namespace NewsWatch.Review.Articles;

/// <summary>Which articles the list shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArticleView>))]
public enum ArticleView
{
    /// <summary>Flagged or borderline, and nobody has decided.</summary>
    [JsonStringEnumMemberName("to-review")] ToReview,

    /// <summary>Flagged, decided or not.</summary>
    [JsonStringEnumMemberName("flagged")] Flagged,

    /// <summary>Reports no agreement, but names one as background, history or explanation.</summary>
    [JsonStringEnumMemberName("mentions")] Mentions,

    /// <summary>The verdict is not sure.</summary>
    [JsonStringEnumMemberName("borderline")] Borderline,

    /// <summary>Confirmed by an analyst.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>Dismissed by an analyst.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,

    /// <summary>Blocked, gone or failed.</summary>
    [JsonStringEnumMemberName("not-read")] NotRead,

    /// <summary>Every article.</summary>
    [JsonStringEnumMemberName("all")] All,
}
