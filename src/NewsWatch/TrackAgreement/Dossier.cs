using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement;

/// <summary>What is known of one agreement, and on whose word. Stored as <c>agreements/{id}.json</c>.</summary>
public sealed record Dossier
{
    /// <summary>Derived from type and parties; see <see cref="AgreementId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of instrument.</summary>
    public required AgreementType Type { get; init; }

    /// <summary>Parties, sorted; two or more.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>When the first article was filed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Name an analyst gave it; null while it goes by the name the articles use.</summary>
    public string? GivenName { get; init; }

    /// <summary>What the articles say, first filed first. Nothing is ever removed: what no longer stands says so.</summary>
    public IReadOnlyList<DossierEntry> Entries { get; init; } = [];

    /// <summary>Developments noticed, first noticed first, each once.</summary>
    public IReadOnlyList<NoticedDevelopment> Developments { get; init; } = [];

    /// <summary>Ids of dossiers merged into this one: articles found under them are filed here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Id of the dossier this one was merged into; null for one that stands on its own.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What analysts did to the dossier itself, oldest first.</summary>
    public IReadOnlyList<DossierChange> Changes { get; init; } = [];

    /// <summary>The name to show: the given one, else the one most of the standing entries use, the longer one of two, else the id.</summary>
    [JsonIgnore]
    public string Name => GivenName
        ?? Entries.Where(entry => entry.Stands && entry.Name.Length > 0)
            .GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key
        ?? Id;
}
