using NewsWatch.ExtractArticle.Agencies;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.TrackAgreement.Sources;

/// <summary>Ranks what an entry's article is as a source, for the agreement it tells of.</summary>
public static class SourceJudge
{
    /// <summary>The entry's rank.</summary>
    public static SourceRank RankOf(DossierEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return RankOf(entry.Address, entry.Parties, IsRepeated(entry));
    }

    /// <summary>The rank of an article, for an agreement between parties.</summary>
    /// <param name="address">Its canonical address.</param>
    /// <param name="parties">Codes of the parties; empty where it tells of no agreement.</param>
    /// <param name="isRepeated">True where its text appeared before in another place.</param>
    public static SourceRank RankOf(Uri address, IEnumerable<string> parties, bool isRepeated)
    {
        var publisher = PublisherTable.Of(address);
        if (publisher is { Rank: SourceRank.Ministry or SourceRank.Government })
            return publisher.Party is { } party && parties.Contains(party, StringComparer.Ordinal) ? publisher.Rank : SourceRank.Press;
        if (publisher is { Rank: SourceRank.Reprint } || isRepeated)
            return SourceRank.Reprint;
        return publisher?.Rank ?? SourceRank.Press;
    }

    /// <summary>The party whose government says it; null where no party's government does.</summary>
    public static string? SpeaksFor(DossierEntry entry)
        => RankOf(entry) is SourceRank.Ministry or SourceRank.Government ? PublisherTable.Of(entry.Address)!.Party : null;

    /// <summary>Entries, the best source first; among equals the earlier article.</summary>
    public static IReadOnlyList<DossierEntry> BestFirst(IEnumerable<DossierEntry> entries)
        => [.. entries.OrderBy(RankOf).ThenBy(entry => entry.Background).ThenBy(entry => entry.ReportedOn).ThenBy(entry => entry.Article, StringComparer.Ordinal)];

    private static bool IsRepeated(DossierEntry entry)
        => (entry.Story is { } story && story != entry.Article)
            || (entry.Agency is { } agency && agency != NewsAgencies.Known.ByHost(HostName.Of(entry.Address)));
}
