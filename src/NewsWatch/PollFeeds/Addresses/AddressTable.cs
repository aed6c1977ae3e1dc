namespace NewsWatch.PollFeeds.Addresses;

/// <summary>Tables of addresses that are data of this assembly: tab-separated, <c>#</c> for a comment.</summary>
internal static class AddressTable
{
    /// <summary>Rows of a resource of this folder, each with its two columns.</summary>
    public static IEnumerable<(string Key, string Value)> Read(string resource)
    {
        using var stream = typeof(AddressTable).Assembly.GetManifestResourceStream($"NewsWatch.PollFeeds.Addresses.{resource}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var tab = line.IndexOf('\t');
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }

    /// <summary>Whether a host is this one or below it.</summary>
    public static bool IsUnder(string host, string suffix)
        => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (host.Length == suffix.Length || host[^(suffix.Length + 1)] == '.');
}
