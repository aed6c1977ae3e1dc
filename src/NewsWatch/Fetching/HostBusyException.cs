namespace NewsWatch.Fetching;

/// <summary>
/// A host has no turn now. Thrown to work that may come again, and to no other: like a cancellation it abandons all of the work, at
/// whatever depth it was met.
/// </summary>
public sealed class HostBusyException(string host, TimeSpan wait) : Exception($"{host} is busy")
{
    /// <summary>Name of the host.</summary>
    public string Host => host;

    /// <summary>When to come again, from now; zero or more.</summary>
    public TimeSpan Wait => wait;
}
