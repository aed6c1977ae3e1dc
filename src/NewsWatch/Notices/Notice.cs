using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.Notices;

/// <summary>What is told to channels: what there is to say, not yet how a channel says it.</summary>
/// <param name="Id">The same whenever it is sent again: receivers may know a repetition by it.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Subject">One line that reads alone.</param>
/// <param name="Items">What it tells; one for most, several in a digest.</param>
public sealed record Notice(string Id, DateTimeOffset At, NoticeTopic Topic, string Subject, IReadOnlyList<NoticeItem> Items)
{
    /// <summary>One line that reads alone.</summary>
    public string Subject { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Subject);

    /// <summary>What it belongs to, such as the agreement: notices of one thread are shown together. Null where it stands alone.</summary>
    public string? Thread { get; init; }

    /// <summary>Ids of the notices it answers, such as the one it corrects.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>True where it should reach people at once.</summary>
    public bool Urgent { get; init; }

    /// <summary>The same for machines; null where there is nothing to add.</summary>
    [JsonIgnore]
    public NoticePayload? Payload
    {
        get => Type is { } type && Alert is { } alert ? new(type, alert) : null;
        init => (Type, Alert) = (value?.Type, value?.Data);
    }

    /// <summary>Type of <see cref="Payload"/>, as stored.</summary>
    public string? Type { get; init; }

    /// <summary>Data of <see cref="Payload"/>, as stored: readers of the store find the alert under this name.</summary>
    public JsonElement? Alert { get; init; }

    /// <summary>Where to read on; null for nowhere.</summary>
    [JsonIgnore]
    public Uri? Link => Items is [{ Links: [var first, ..] }, ..] ? first.Address : null;
}

/// <summary>A notice for machines.</summary>
/// <param name="Type">Such as <c>agreement.development</c>.</param>
/// <param name="Data">Members by the schema of that type.</param>
public sealed record NoticePayload(string Type, JsonElement Data);

/// <summary>What notices are about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeTopic>))]
public enum NoticeTopic
{
    /// <summary>Agreements that are new or have moved, and what is taken back of them.</summary>
    [JsonStringEnumMemberName("developments")] Developments,

    /// <summary>Feeds that fail, are gone or quiet, or have recovered: for the operator.</summary>
    [JsonStringEnumMemberName("feeds")] Feeds,

    /// <summary>Everything the operator should know: feeds, queues, channels, the clock and the store.</summary>
    [JsonStringEnumMemberName("operator")] Operator,
}
