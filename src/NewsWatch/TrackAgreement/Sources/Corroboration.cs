using NewsWatch.Fetching.Hops;

namespace NewsWatch.TrackAgreement.Sources;

/// <summary>How many independent origins say the same.</summary>
public static class Corroboration
{
    /// <summary>
    /// Entries by origin, the origin of the best source first. One story, one agency's copy and one outlet are one origin each, however
    /// many articles carry it, and so is whatever such ties join.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<DossierEntry>> Origins(IReadOnlyList<DossierEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var origins = new List<(HashSet<string> Ties, List<DossierEntry> Entries)>();
        foreach (var entry in entries)
        {
            HashSet<string> ties = [.. Ties(entry)];
            List<DossierEntry> joined = [entry];
            foreach (var tied in origins.Where(origin => origin.Ties.Overlaps(ties)).ToList())
            {
                origins.Remove(tied);
                ties.UnionWith(tied.Ties);
                joined.InsertRange(0, tied.Entries);
            }
            origins.Add((ties, joined));
        }
        return
        [
            .. origins.Select(origin => SourceJudge.BestFirst(origin.Entries))
                .OrderBy(origin => SourceJudge.RankOf(origin[0]))
                .ThenBy(origin => origin[0].ReportedOn)
                .ThenBy(origin => origin[0].Article, StringComparer.Ordinal),
        ];
    }

    /// <summary>Parties whose governments say it themselves, sorted.</summary>
    public static IReadOnlyList<string> Governments(IEnumerable<DossierEntry> entries)
        => [.. entries.Select(SourceJudge.SpeaksFor).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // A story is named after the article that carried it first, which may not know of it: the article's own id ties as well.
    private static IEnumerable<string> Ties(DossierEntry entry)
    {
        yield return entry.Article;
        yield return "outlet:" + Outlet(entry.Address);
        if (entry.Story is { } story)
            yield return story;
        if (entry.Agency is { } agency)
            yield return "agency:" + agency;
    }

    /// <summary>Host and first folder of a government's shared host (each office is its own), else the host.</summary>
    private static string Outlet(Uri address)
    {
        var host = HostName.Of(address).StartsWith("www.", StringComparison.Ordinal) ? HostName.Of(address)[4..] : HostName.Of(address);
        return PublisherTable.Of(address) is { Path.Length: > 0 } publisher ? host + publisher.Path : host;
    }
}
