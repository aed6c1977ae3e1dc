namespace NewsWatch.Fetching;

/// <summary>
/// One piece of work that may come again instead of waiting for a host: it is told so by a <see cref="HostBusyException"/> at its first
/// exchange with a host that is busy. Once it has entered a host it stays with it, so that it comes to an end. Dispose of it with the work.
/// </summary>
/// <param name="numbers">Hosts for which it was told to come again, and now has: it goes before who was not.</param>
public sealed class HostLine(IEnumerable<string> numbers) : IDisposable
{
    private readonly HashSet<string> numbers = new(numbers, StringComparer.Ordinal);
    private readonly Dictionary<string, IDisposable> entered = new(StringComparer.Ordinal);

    /// <summary>Hosts for which it was told to come again, before and now.</summary>
    public IReadOnlyList<string> Numbers => [.. numbers.Order(StringComparer.Ordinal)];

    /// <summary>Leaves every host it has entered to other work.</summary>
    public void Dispose()
    {
        foreach (var stay in entered.Values)
            stay.Dispose();
        entered.Clear();
    }

    internal bool HasNumber(string host) => numbers.Contains(host);

    internal bool HasEntered(string host) => entered.ContainsKey(host);

    internal void Enter(string host, IDisposable stay) => entered.Add(host, stay);

    internal void Number(string host) => numbers.Add(host);
}
