using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>Why an article's own page gave no text, so that the feed's stands in for it.</summary>
/// <param name="Kind">What stood in the way; decides the state of an article that is not flagged.</param>
/// <param name="Reason">One line for the analyst, such as <c>blocked: robots.txt</c> or <c>gone: HTTP 410</c>.</param>
public sealed record PageProblem(PageProblemKind Kind, string Reason)
{
    /// <summary>Blob of what was fetched in the article's stead; null where nothing came.</summary>
    public string? Page { get; init; }
}

/// <summary>What kept a page from being read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageProblemKind>))]
public enum PageProblemKind
{
    /// <summary>Robots, a forbidden address, a paywall, or a consent, login or bot wall: ends as <see cref="ArticleState.Blocked"/>.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>404, 410 or an error page served as a success: ends as <see cref="ArticleState.Gone"/>.</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>
    /// There, but no article a program can read: a list, live blog or video page, a picture, too large. Ends as
    /// <see cref="ArticleState.NotFlagged"/>, as an article that was read does.
    /// </summary>
    [JsonStringEnumMemberName("unreadable")] Unreadable,
}
