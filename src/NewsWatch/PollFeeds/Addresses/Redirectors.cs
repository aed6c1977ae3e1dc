namespace NewsWatch.PollFeeds.Addresses;

/// <summary>Hosts that only lead elsewhere; the table is <c>redirectors.tsv</c>.</summary>
internal static class Redirectors
{
    private static readonly (string Host, string Path, string Parameter)[] Rows = [.. AddressTable.Read("redirectors.tsv").Select(row =>
        row.Key.IndexOf('/') is > 0 and var slash ? (row.Key[..slash], row.Key[slash..], row.Value) : (row.Key, "/", row.Value))];

    /// <summary>The address that a redirector's own address carries; null where this is no such address.</summary>
    public static Uri? Target(Uri address)
    {
        foreach (var row in Rows)
            if (row.Parameter.Length > 0 && Matches(address, row) && Parameter(address, row.Parameter) is { } target)
                return target;
        return null;
    }

    /// <summary>Whether only asking the host tells where the address leads.</summary>
    public static bool MustBeAsked(Uri address) => Array.Exists(Rows, row => row.Parameter.Length == 0 && Matches(address, row));

    private static bool Matches(Uri address, (string Host, string Path, string Parameter) row)
        => AddressTable.IsUnder(address.IdnHost, row.Host) && address.AbsolutePath.StartsWith(row.Path, StringComparison.Ordinal);

    private static Uri? Parameter(Uri address, string name)
    {
        foreach (var parameter in address.Query.TrimStart('?').Split('&'))
            if (parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)
                && Uri.TryCreate(Uri.UnescapeDataString(parameter[(name.Length + 1)..]), UriKind.Absolute, out var target)
                && target.Scheme is "http" or "https")
                return target;
        return null;
    }
}
