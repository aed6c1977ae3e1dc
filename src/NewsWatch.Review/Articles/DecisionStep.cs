using System.Text.Json.Serialization;

namespace NewsWatch.Review.Articles;

/// <summary>What a form of the article's page decides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionStep>))]
public enum DecisionStep
{
    /// <summary>It stands as found: one agreement, or all of the article.</summary>
    [JsonStringEnumMemberName("confirm")] Confirm,

    /// <summary>It does not stand: one agreement, or none of the article.</summary>
    [JsonStringEnumMemberName("dismiss")] Dismiss,

    /// <summary>It is another than found.</summary>
    [JsonStringEnumMemberName("correct")] Correct,

    /// <summary>It was missed.</summary>
    [JsonStringEnumMemberName("add")] Add,
}
