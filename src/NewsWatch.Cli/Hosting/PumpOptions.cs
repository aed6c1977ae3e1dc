using NewsWatch.Delivering;

namespace NewsWatch.Cli.Hosting;

/// <summary>How the embedded host works a queue.</summary>
/// <param name="Concurrency">Messages of one queue in work at once.</param>
/// <param name="Visibility">How long a taken message stays hidden from others.</param>
/// <param name="RetryAfter">Wait before the next delivery, by queue and the number of the delivery that failed.</param>
/// <param name="LongestIdle">Longest wait between two looks at an empty queue.</param>
/// <param name="AfterOutage">Wait before the next try where the store fails; null lets the failure out.</param>
internal sealed record PumpOptions(
    int Concurrency, TimeSpan Visibility, Func<string, int, TimeSpan> RetryAfter, TimeSpan LongestIdle, TimeSpan? AfterOutage)
{
    /// <summary>For a host that stays up: patient retries.</summary>
    public static PumpOptions Standing { get; } = new(
        4, TimeSpan.FromMinutes(5), Backoff.After, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15));

    /// <summary>For one pass: retries within seconds, so that the pass ends.</summary>
    public static PumpOptions OnePass { get; } = new(
        4, TimeSpan.FromMinutes(5), (_, deliveries) => TimeSpan.FromSeconds(0.5 * (1 << (deliveries - 1))), TimeSpan.FromSeconds(0.2), null);
}
