using System.Text.Json.Serialization;

namespace NewsWatch.Review.Search;

/// <summary>The order of the inbox.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboxSort>))]
public enum InboxSort
{
    /// <summary>Published last first.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>Found last first.</summary>
    [JsonStringEnumMemberName("found")] Found,

    /// <summary>What fits the words best first, of the newest some thousands; without words as published.</summary>
    [JsonStringEnumMemberName("best")] Best,

    /// <summary>Published first first.</summary>
    [JsonStringEnumMemberName("oldest")] Oldest,
}
