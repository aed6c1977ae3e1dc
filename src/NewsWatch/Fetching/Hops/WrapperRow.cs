using NewsWatch.Text.Tables;

namespace NewsWatch.Fetching.Hops;

/// <summary>One row of <c>wrappers.tsv</c>.</summary>
/// <param name="Key">Host and path as the table has them.</param>
/// <param name="Form">How the address is carried.</param>
/// <param name="Name">The parameter or mark that carries it; empty where the form needs none.</param>
internal sealed record WrapperRow(string Key, string Form, string Name)
{
    private const string Resource = "NewsWatch.Fetching.Hops.wrappers.tsv";
    private const string AnyEnding = ".*";

    private string Host { get; } = Key.IndexOf('/') is > 0 and var slash ? Key[..slash] : Key;

    /// <summary>What the path begins with; at least <c>/</c>.</summary>
    public string Path { get; } = Key.IndexOf('/') is > 0 and var slash ? Key[slash..] : "/";

    /// <summary>Reads the table.</summary>
    public static IEnumerable<WrapperRow> ReadAll()
    {
        foreach (var row in DataTable.Read(Resource, 2))
        {
            var form = row.Words(1);
            yield return new(row[0], form[0], form.Length > 1 ? form[1] : "");
        }
    }

    /// <summary>Whether an address is of this host, or below it, and begins with this path.</summary>
    public bool Matches(Uri address)
        => address.AbsolutePath.StartsWith(Path, StringComparison.Ordinal)
        && (Host.EndsWith(AnyEnding, StringComparison.Ordinal) ? IsOfAnyCountry(HostName.Of(address)) : HostName.IsUnder(HostName.Of(address), Host));

    /// <summary>
    /// An ending is a country's or <c>com</c>, with a second-level label before it at most: <c>de</c>, <c>co.uk</c>, <c>com.au</c>.
    /// </summary>
    private bool IsOfAnyCountry(string host)
    {
        var labels = host.Split('.');
        return Ends(1) || (labels.Length > 2 && labels[^1].Length == 2 && labels[^2] is "co" or "com" && Ends(2));

        bool Ends(int ending) => labels.Length > ending && labels[^1].Length is 2 or 3
            && HostName.IsUnder(string.Join('.', labels.SkipLast(ending)), Host[..^AnyEnding.Length]);
    }
}
