using System.Text.Json.Serialization;

namespace NewsWatch.PollFeeds;

/// <summary>What the last poll says about a feed. A feed that fails is not one that is quiet, and neither is one that is empty.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedHealth>))]
public enum FeedHealth
{
    /// <summary>Not polled yet.</summary>
    [JsonStringEnumMemberName("unpolled")] Unpolled,

    /// <summary>Read, with dated entries.</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Read before, and the same since: 304, or the very bytes of last time.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>Read, without a single entry.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>Read, but no entry has a date that can be trusted.</summary>
    [JsonStringEnumMemberName("undated")] Undated,

    /// <summary>Could not be fetched or read.</summary>
    [JsonStringEnumMemberName("failing")] Failing,

    /// <summary>Read at another address, to which its own leads for good (301, 308): the watch list should be changed.</summary>
    [JsonStringEnumMemberName("moved")] Moved,

    /// <summary>Said to be gone for good (410): not polled any more.</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>
    /// Read, but in a way that can't bring news: its newest entries lie beyond a bound, or none of its entries can be used.
    /// </summary>
    [JsonStringEnumMemberName("stuck")] Stuck,

    /// <summary>Read, but silent far longer than its own rhythm.</summary>
    [JsonStringEnumMemberName("gone-quiet")] GoneQuiet,
}
