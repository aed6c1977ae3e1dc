using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>
/// Which developments are asked for; what is not given asks for all. Values are checked at start, see <see cref="AlertFilterCheck"/>.
/// </summary>
public class AlertFilter
{
    /// <summary>Types of agreements, such as <c>acsa</c>.</summary>
    public IList<string> Types { get; } = [];

    /// <summary>Parties by code or English name, any of them; <c>FR+JP</c> for both together.</summary>
    public IList<string> Parties { get; } = [];

    /// <summary>Regions with a party, any of them, such as <c>indo-pacific</c>.</summary>
    public IList<string> Regions { get; } = [];

    /// <summary>Stages, such as <c>in-force</c>.</summary>
    public IList<string> Stages { get; } = [];

    /// <summary>Languages of an article behind it, any of them, such as <c>ja</c>.</summary>
    public IList<string> Languages { get; } = [];

    /// <summary>Watched whatever the rest says: ids of agreements, or pairs of parties such as <c>FR+JP</c>.</summary>
    public IList<string> Watch { get; } = [];

    /// <summary>The standing that its best source must have at least, such as <c>trade-press</c>; null for any.</summary>
    public string? Standing { get; set; }

    /// <summary>Independent origins that must say so; 1 to 20.</summary>
    public int Origins { get; set; } = 1;

    /// <summary>The score that its best article must have; 0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>True where it is watched, or is what is asked for, on whatever word.</summary>
    public bool Wants(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return IsWatched(alert)
            || (Has(Types, WireName.Of(alert.Type))
                && Has(Stages, WireName.Of(alert.Stage))
                && (Languages.Count == 0 || alert.Languages.Any(language => Languages.Contains(language, StringComparer.OrdinalIgnoreCase)))
                && (Parties.Count == 0 || Parties.Any(together => IsBetween(alert, together)))
                && (Regions.Count == 0 || Regions.Any(region => RegionTable.PartiesOf(region)?.Overlaps(alert.Parties) == true)));
    }

    /// <summary>True where it rests on as much as is asked for; what is watched need not.</summary>
    public bool Believes(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return IsWatched(alert)
            || (alert.Origins >= Origins
                && alert.Score >= Score
                && (WireName.Parse<SourceRank>(Standing) is not { } least || alert.Standing <= least));
    }

    /// <summary>The parties of one line, each a code; null for what is no party.</summary>
    internal static IReadOnlyList<string?> Split(string together)
        => [.. together.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(party => PartyTable.Find(party)?.Code)];

    /// <summary>True where it is told whatever the rest says.</summary>
    private protected virtual bool IsWatched(Alert alert) => Watch.Any(watched => watched.Contains('+')
        ? IsBetween(alert, watched)
        : watched.Equals(alert.Agreement, StringComparison.OrdinalIgnoreCase));

    private static bool IsBetween(Alert alert, string together) => Split(together)
        .All(party => party is not null && alert.Parties.Contains(party));

    private static bool Has(IList<string> names, string name) => names.Count == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
