using System.Collections.Concurrent;

namespace NewsWatch.Review.Security;

/// <summary>Holds a name off for a while after too many wrong passwords, in this process.</summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Wrong passwords for a name before it is held off.</summary>
    public const int Most = 8;

    private const int MostNames = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Until)> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True while a name is held off.</summary>
    public bool IsHeldOff(string name)
        => failures.TryGetValue(name, out var failed) && failed.Until > time.GetUtcNow() && failed.Count >= Most;

    /// <summary>Counts a wrong password.</summary>
    public void Fail(string name)
    {
        var now = time.GetUtcNow();
        if (failures.Count >= MostNames)
            foreach (var (old, _) in failures.Where(pair => pair.Value.Until <= now))
                failures.TryRemove(old, out _);
        failures.AddOrUpdate(
            name,
            _ => (1, now + Window),
            (_, before) => before.Until <= now ? (1, now + Window) : (before.Count + 1, now + Window));
    }

    /// <summary>Forgets the wrong ones after a right one.</summary>
    public void Clear(string name) => failures.TryRemove(name, out _);
}
