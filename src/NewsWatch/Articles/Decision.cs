using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>An analyst's word on an article.</summary>
/// <param name="Verdict">Confirmed or dismissed.</param>
/// <param name="Reason">Why; required for a dismissal, else may be empty.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Decision(Verdict Verdict, string Reason, string By, DateTimeOffset At)
{
    /// <summary>The primary agreement as the analyst corrects it; null where it stands as found.</summary>
    public FoundAgreement? Corrected { get; init; }
}

/// <summary>What an analyst decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>It reports an agreement, as found or as corrected.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>It does not.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,
}
