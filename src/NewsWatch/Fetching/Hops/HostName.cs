namespace NewsWatch.Fetching.Hops;

/// <summary>Names of hosts compared.</summary>
internal static class HostName
{
    /// <summary>Whether a host is this one or below it, in any case.</summary>
    public static bool IsUnder(string host, string suffix)
        => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (host.Length == suffix.Length || host[^(suffix.Length + 1)] == '.');
}
