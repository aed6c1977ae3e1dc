using System.Text.Json.Serialization;
using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// What is known of one agreement, and on whose word: folded from its page of the ledger, for readers. Stored as <c>agreements/{id}.json</c>.
/// </summary>
public sealed record Dossier
{
    /// <summary>Derived from type and parties; see <see cref="AgreementId"/> and, for what keeps it, <see cref="Pages.PageHeading"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of instrument.</summary>
    public required AgreementType Type { get; init; }

    /// <summary>Parties, sorted; two or more.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>When the first article was filed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Key of the page it is folded from.</summary>
    public string Page { get; init; } = "";

    /// <summary>Version of the page at which it last changed.</summary>
    public int Version { get; init; }

    /// <summary>The agreement as it is known beforehand, as facts to compare with; null where it is not, or not for certain.</summary>
    public KnownAgreement? Known { get; init; }

    /// <summary>Name an analyst gave it; null while it goes by a known name or by the one the articles use.</summary>
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

    /// <summary>Analysts’ notes, oldest first; none in what was stored before there were notes.</summary>
    public IReadOnlyList<Note> Notes { get; init => field = value ?? []; } = [];

    /// <summary>Who watches it, in the order they began.</summary>
    public IReadOnlyList<string> Watchers { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The name to show: the given one, else the known one, else the one most of the standing entries use that is a clean noun phrase, the
    /// longer one of two, else what its type is called.
    /// </summary>
    [JsonIgnore]
    public string Name => GivenName
        ?? Known?.Name
        ?? Entries.Where(entry => entry.Stands && entry.Type == Type)
            .Select(entry => InstrumentNames.Clean(entry.Name))
            .OfType<string>()
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key
        ?? AgreementTypeName.Of(Type);
}
