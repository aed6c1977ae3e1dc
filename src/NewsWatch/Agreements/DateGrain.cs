using System.Text.Json.Serialization;

namespace NewsWatch.Agreements;

/// <summary>How exactly a text tells when something was; the day given with it is the first of the time told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DateGrain>))]
public enum DateGrain
{
    /// <summary>The day.</summary>
    [JsonStringEnumMemberName("day")] Day,

    /// <summary>The month only.</summary>
    [JsonStringEnumMemberName("month")] Month,

    /// <summary>The year only.</summary>
    [JsonStringEnumMemberName("year")] Year,
}
