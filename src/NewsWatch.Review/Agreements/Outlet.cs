using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Agreements;

/// <summary>An outlet that tells of an agreement.</summary>
/// <param name="Name">What it calls itself; its host where that is not known.</param>
/// <param name="Rank">What it is as a source, at its best.</param>
/// <param name="Articles">How many of its articles tell of it.</param>
/// <param name="First">Day of the first of them.</param>
/// <param name="Last">Day of the latest.</param>
internal sealed record Outlet(string Name, SourceRank Rank, int Articles, DateOnly First, DateOnly Last)
{
    /// <summary>What the outlet of an entry calls itself.</summary>
    public static string NameOf(DossierEntry entry)
        => entry.Outlet is { Length: > 0 } name ? name
            : entry.Address.Host.StartsWith("www.", StringComparison.Ordinal) ? entry.Address.Host[4..] : entry.Address.Host;

    /// <summary>The outlets of standing entries, the best first, among equals the one with more articles.</summary>
    public static IReadOnlyList<Outlet> Of(IEnumerable<DossierEntry> entries) =>
    [
        .. entries.Where(entry => entry.Stands)
            .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
            .Select(same => new Outlet(
                same.Key,
                same.Min(SourceJudge.RankOf),
                same.DistinctBy(entry => entry.Article).Count(),
                same.Min(entry => entry.ReportedOn),
                same.Max(entry => entry.ReportedOn)))
            .OrderBy(outlet => outlet.Rank).ThenByDescending(outlet => outlet.Articles).ThenBy(outlet => outlet.Name, StringComparer.Ordinal),
    ];
}
