using System.Security.Cryptography;

namespace NewsWatch.Fetching.Pacing;

/// <summary>What tells this process and its exchanges from all others on the same store.</summary>
internal static class ThisProcess
{
    private static long exchanges;

    /// <summary>Its name. Drawn: nothing that it does tells it from another that does the same.</summary>
    public static string Name { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>A name for one more exchange.</summary>
    public static string NewExchange() => $"{Name}-{Interlocked.Increment(ref exchanges)}";
}
