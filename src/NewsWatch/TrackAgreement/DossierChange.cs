using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement;

/// <summary>What an analyst did to a dossier.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">The name before, or the id of the other dossier.</param>
/// <param name="To">The new name, or the id of the dossier that stays.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record DossierChange(DossierChangeKind Kind, string From, string To, string By, DateTimeOffset At);

/// <summary>Kinds of changes to a dossier.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DossierChangeKind>))]
public enum DossierChangeKind
{
    /// <summary>It got another name.</summary>
    [JsonStringEnumMemberName("renamed")] Renamed,

    /// <summary>One dossier went into another.</summary>
    [JsonStringEnumMemberName("merged")] Merged,

    /// <summary>One dossier was split off another.</summary>
    [JsonStringEnumMemberName("split")] Split,

    /// <summary>A merger or split was undone.</summary>
    [JsonStringEnumMemberName("undone")] Undone,
}
