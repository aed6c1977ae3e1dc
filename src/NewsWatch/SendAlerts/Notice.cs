using System.Text.Json.Serialization;
using NewsWatch.PollFeeds;

namespace NewsWatch.SendAlerts;

/// <summary>What is told to channels, worded once for all of them.</summary>
/// <param name="Id">The same whenever it is sent again: receivers may know a repetition by it.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, lines of any length.</param>
/// <param name="Link">Where to read on; null for nowhere.</param>
public sealed record Notice(string Id, DateTimeOffset At, string Subject, string Text, Uri? Link)
{
    /// <summary>The alert it words; null for another notice.</summary>
    public Alert? Alert { get; init; }

    /// <summary>The change of a feed's health it words; null for another notice.</summary>
    public FeedHealthChanged? Feed { get; init; }

    /// <summary>What it is about, and the <c>type</c> of a webhook's message.</summary>
    [JsonIgnore]
    public NoticeTopic Topic => Feed is null ? NoticeTopic.Developments : NoticeTopic.Feeds;
}

/// <summary>What notices are about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeTopic>))]
public enum NoticeTopic
{
    /// <summary>Agreements that are new or have moved.</summary>
    [JsonStringEnumMemberName("developments")] Developments,

    /// <summary>Feeds that fail, are gone or quiet, or have recovered: for the operator.</summary>
    [JsonStringEnumMemberName("feeds")] Feeds,
}
