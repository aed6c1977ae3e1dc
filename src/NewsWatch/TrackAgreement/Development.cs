using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement;

/// <summary>An agreement is new, has moved to a newer stage, or what was told of it is taken back.</summary>
/// <param name="Id">Derived from agreement and stage, so that the same news twice is one development.</param>
/// <param name="Agreement">Id of the dossier.</param>
/// <param name="Stage">The stage it moved to; of a correction the stage that stands now, <see cref="AgreementStage.Mentioned"/> where none does.</param>
/// <param name="Previous">The stage before, of a correction the one taken back; null for an agreement not known before.</param>
/// <param name="Article">Id of the article that reported it first; of a correction the one that took it back, or whose word was taken back.</param>
/// <param name="At">When it was noticed.</param>
public sealed record Development(
    string Id,
    string Agreement,
    AgreementStage Stage,
    AgreementStage? Previous,
    string Article,
    DateTimeOffset At)
{
    /// <summary>Whether it is news, was learned late, or takes something back.</summary>
    public DevelopmentKind Kind { get; init; }

    /// <summary>Id of the development a correction takes back; null otherwise.</summary>
    public string? Corrects { get; init; }
}

/// <summary>What a development is to those who are told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DevelopmentKind>))]
public enum DevelopmentKind
{
    /// <summary>The agreement moved of late: sent at once.</summary>
    [JsonStringEnumMemberName("news")] News,

    /// <summary>A stage reached long before it was first read: filed and listed, not sent as if it were news.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>What an earlier development told does not stand: sent to whoever was told.</summary>
    [JsonStringEnumMemberName("correction")] Correction,
}
