using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Pages;

/// <summary>An analyst's ruling on which entries of a page belong together.</summary>
/// <param name="Kind">Merged or split.</param>
/// <param name="From">Id of the dossier that went into another, or that was split.</param>
/// <param name="Into">Id of the dossier that stays, or that was split off.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record PageRuling(PageRulingKind Kind, string From, string Into, string By, DateTimeOffset At)
{
    /// <summary>Keys of the entries that went to <see cref="Into"/>; of a split only.</summary>
    public IReadOnlyList<string> Moved { get; init; } = [];

    /// <summary>Keys of the entries that stayed with <see cref="From"/>; of a split only.</summary>
    public IReadOnlyList<string> Stayed { get; init; } = [];

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>True where it counts.</summary>
    [JsonIgnore]
    public bool Stands => UndoneAt is null;
}

/// <summary>Kinds of rulings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageRulingKind>))]
public enum PageRulingKind
{
    /// <summary>Two dossiers are one instrument.</summary>
    [JsonStringEnumMemberName("merged")] Merged,

    /// <summary>One dossier is two instruments.</summary>
    [JsonStringEnumMemberName("split")] Split,
}
