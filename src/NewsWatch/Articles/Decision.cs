using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>An analyst's word on an article, on one of its agreements, or on one that was missed.</summary>
/// <param name="Verdict">Confirmed or dismissed.</param>
/// <param name="Reason">Why; required for a dismissal, else may be empty.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Decision(Verdict Verdict, string Reason, string By, DateTimeOffset At)
{
    /// <summary>The agreement it is on, by its <see cref="AgreementKey"/>; null for the whole article, or for <see cref="Adds"/>.</summary>
    public string? Agreement { get; init; }

    /// <summary>That agreement as it was found when it was decided on; null where it is on no single one.</summary>
    public FoundAgreement? Found { get; init; }

    /// <summary>The agreement as the analyst corrects it; null where it stands as found.</summary>
    public FoundAgreement? Corrected { get; init; }

    /// <summary>An agreement that the article reports and that was not found; null for another decision.</summary>
    public FoundAgreement? Adds { get; init; }

    /// <summary>Who took the decision back and when; null while it stands. What was decided stays on record.</summary>
    public TakenBackDecision? TakenBack { get; init; }
}

/// <summary>That a decision was taken back.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record TakenBackDecision(string By, DateTimeOffset At);

/// <summary>What an analyst decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>It reports an agreement, as found or as corrected.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>It does not.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,
}
