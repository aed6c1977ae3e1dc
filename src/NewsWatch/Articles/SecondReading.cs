using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>What the optional second reader, a language model, made of an article.</summary>
/// <param name="Reader">Who: <c>second-reader:</c> and the model's name; also the rule of its evidence.</param>
/// <param name="Outcome">How asking it ended.</param>
/// <param name="At">When it answered, or did not.</param>
public sealed record SecondReading(string Reader, SecondReadingOutcome Outcome, DateTimeOffset At)
{
    /// <summary>Why its word does not count; null where it does.</summary>
    public string? Why { get; init; }

    /// <summary>The agreement it reads in the article; null where it reads none, or its word does not count.</summary>
    public FoundAgreement? Agreement { get; init; }

    /// <summary>Its quotes, each found in the article; empty unless its word counts.</summary>
    public IReadOnlyList<Evidence> Quotes { get; init; } = [];

    /// <summary>The machine's own verdict, which its word took the place of; null where that verdict stands.</summary>
    public MachineVerdict? Instead { get; init; }
}

/// <summary>What the second reader's word took the place of.</summary>
/// <param name="Flagged">As <see cref="Classification.Flagged"/>.</param>
/// <param name="Agreements">As <see cref="Classification.Agreements"/>.</param>
/// <param name="Against">As <see cref="Classification.Against"/>.</param>
public sealed record MachineVerdict(bool Flagged, IReadOnlyList<FoundAgreement> Agreements, IReadOnlyList<Evidence> Against)
{
    /// <summary>As <see cref="Classification.Mentions"/>.</summary>
    public bool Mentions { get; init; }
}

/// <summary>How asking the second reader ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondReadingOutcome>))]
public enum SecondReadingOutcome
{
    /// <summary>Its answer counts: every quote is in the article, and type, stage and parties are known ones.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,

    /// <summary>It answered, but the answer does not hold.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>No answer came.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>It was not asked: the day's calls are used up.</summary>
    [JsonStringEnumMemberName("not-asked")] NotAsked,
}
