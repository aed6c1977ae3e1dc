using System.Collections.Frozen;
using NewsWatch.Fetching.Hops;
using NewsWatch.Text.Tables;

namespace NewsWatch.TrackAgreement.Sources;

/// <summary>Who publishes on a host, by <c>publishers.tsv</c>.</summary>
internal static class PublisherTable
{
    private static readonly FrozenDictionary<string, Publisher[]> ByHost = Read()
        .GroupBy(publisher => publisher.Host, StringComparer.Ordinal)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.OrderByDescending(row => row.Path.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Every row.</summary>
    public static IEnumerable<Publisher> All => ByHost.Values.SelectMany(rows => rows);

    /// <summary>The publisher of an address, by the longest end of its host and then the longest path in the table; null where none fits.</summary>
    public static Publisher? Of(Uri address)
    {
        for (var host = HostName.Of(address); host.Length > 0; host = host.IndexOf('.') is >= 0 and var dot ? host[(dot + 1)..] : "")
            if (ByHost.TryGetValue(host, out var rows)
                && Array.Find(rows, row => address.AbsolutePath.StartsWith(row.Path, StringComparison.OrdinalIgnoreCase)) is { } row)
                return row;
        return null;
    }

    private static IEnumerable<Publisher> Read()
        => DataTable.Read("NewsWatch.TrackAgreement.Sources.publishers.tsv", 3)
            .Select(row => Row(row[0], row.WireName<SourceRank>(1), row[2]));

    private static Publisher Row(string place, SourceRank rank, string party)
    {
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        return new(slash < 0 ? place : place[..slash], rank, party.Length == 0 ? null : party, slash < 0 ? "" : place[slash..]);
    }
}
