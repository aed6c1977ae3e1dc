using System.Collections.Frozen;
using NewsWatch.Text.Tables;

namespace NewsWatch.Agreements;

/// <summary>The rows of <c>regions.tsv</c>: which parties lie in a region.</summary>
public static class RegionTable
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByName = DataTable.Read("NewsWatch.Agreements.regions.tsv", 2)
        .ToFrozenDictionary(row => row[0], row => row.Words(1).ToFrozenSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of all regions, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Codes of a region's parties; null where there is no such region.</summary>
    public static IReadOnlySet<string>? PartiesOf(string region) => ByName.GetValueOrDefault(region);
}
