using System.Text.Json.Serialization;

namespace NewsWatch;

/// <summary>Where an entry has ended, or that it is still under way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArticleState>))]
public enum ArticleState
{
    /// <summary>Found in a feed and still under way.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>Reports an agreement.</summary>
    [JsonStringEnumMemberName("flagged")] Flagged,

    /// <summary>Reports none.</summary>
    [JsonStringEnumMemberName("not-flagged")] NotFlagged,

    /// <summary>Another article has the same canonical address or text; see <see cref="Article.DuplicateOf"/>.</summary>
    [JsonStringEnumMemberName("duplicate")] Duplicate,

    /// <summary>Robots, forbidden address, paywall or consent page; see <see cref="Article.Reason"/>.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>The page is no longer there.</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>Given up after the last delivery; in the poison queue.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
