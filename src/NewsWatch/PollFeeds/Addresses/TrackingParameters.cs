using NewsWatch.Fetching.Hops;
using NewsWatch.Text.Tables;

namespace NewsWatch.PollFeeds.Addresses;

/// <summary>Which query parameters only say where a reader came from; the table is <c>tracking-parameters.tsv</c>.</summary>
internal static class TrackingParameters
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<string> Prefixes = [];

    static TrackingParameters()
    {
        foreach (var row in DataTable.Read("NewsWatch.PollFeeds.Addresses.tracking-parameters.tsv", 2))
            if (row[0].EndsWith('*'))
                Prefixes.Add(row[0][..^1]);
            else
                Names.Add(row[0], row[1]);
    }

    /// <summary>Whether a parameter can be left out without changing what is shown.</summary>
    /// <param name="name">Its name as written, without its value.</param>
    /// <param name="host">Host of the address.</param>
    public static bool Contain(string name, string host)
        => Names.TryGetValue(name, out var only)
            ? only.Length == 0 || HostName.IsUnder(host, only)
            : Prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
