using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>Where an entry has ended, or that it is still under way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArticleState>))]
public enum ArticleState
{
    /// <summary>Found in a feed and still under way.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>Reports an agreement.</summary>
    [JsonStringEnumMemberName("flagged")] Flagged,

    /// <summary>Reports none, but names one as background, history or explanation: kept, listed and filed, never alerted.</summary>
    [JsonStringEnumMemberName("mentions")] Mentions,

    /// <summary>Has none.</summary>
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
