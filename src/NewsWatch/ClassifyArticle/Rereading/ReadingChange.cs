using System.Text.Json.Serialization;

namespace NewsWatch.ClassifyArticle.Rereading;

/// <summary>How the present rules read a stored article otherwise than it was read before.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="Kind">What would change.</param>
/// <param name="Before">The newsworthy agreement as stored; null where none was found.</param>
/// <param name="After">The newsworthy agreement by the present rules; null where none is found.</param>
/// <param name="Decided">An analyst's decision stands over both; null where none was taken.</param>
public sealed record ReadingChange(
    string Article, string Title, Uri Address, ReadingChangeKind Kind, FoundAgreement? Before, FoundAgreement? After, Verdict? Decided)
{
    /// <summary>The rules the article was read by before.</summary>
    public string? RulesBefore { get; init; }
}

/// <summary>What would change of an article's reading; the first that holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingChangeKind>))]
public enum ReadingChangeKind
{
    /// <summary>It would be flagged, and was not.</summary>
    [JsonStringEnumMemberName("newly-flagged")] NewlyFlagged,

    /// <summary>It would not be flagged, and was.</summary>
    [JsonStringEnumMemberName("no-longer-flagged")] NoLongerFlagged,

    /// <summary>It is not flagged either way, and would begin or cease to be held to mention an agreement.</summary>
    [JsonStringEnumMemberName("mentions")] Mentions,

    /// <summary>The newsworthy agreement's type, parties or stage would change.</summary>
    [JsonStringEnumMemberName("primary")] Primary,

    /// <summary>Background agreements or dates would change.</summary>
    [JsonStringEnumMemberName("background")] Background,

    /// <summary>It would go to the borderline queue, or leave it.</summary>
    [JsonStringEnumMemberName("borderline")] Borderline,
}
