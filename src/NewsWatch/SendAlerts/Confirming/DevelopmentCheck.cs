using System.Text.Json.Serialization;
using NewsWatch.ClassifyArticle.SecondReader;

namespace NewsWatch.SendAlerts.Confirming;

/// <summary>What the second reader made of a development before it was told. Stored as <c>alerts/checks/{development}.json</c>.</summary>
/// <param name="State">What comes of it.</param>
/// <param name="Article">Id of the article that was read.</param>
/// <param name="Reading">Its word, or why there is none.</param>
public sealed record DevelopmentCheck(CheckState State, string Article, SecondReading Reading)
{
    /// <summary>What comes of a reading: one that does not count leaves the development unchecked.</summary>
    internal static DevelopmentCheck Of(Statement statement, string article, SecondReading reading) => new(
        reading.Outcome != SecondReadingOutcome.Accepted ? CheckState.Unchecked
            : reading.Agreement is { } read && statement.IsSaidBy(read) ? CheckState.Confirmed
            : CheckState.Doubted,
        article,
        reading);
}

/// <summary>How checking a development ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckState>))]
public enum CheckState
{
    /// <summary>The reader failed, was out of calls or time, or could not prove its answer: told all the same.</summary>
    [JsonStringEnumMemberName("unchecked")] Unchecked,

    /// <summary>The reader finds it in the article.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>The reader finds it not, or finds something else: told once an analyst confirms it.</summary>
    [JsonStringEnumMemberName("doubted")] Doubted,
}
