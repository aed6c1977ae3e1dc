namespace NewsWatch.Fuzz;

/// <summary>A clock that stands still, so that one input is always read alike.</summary>
internal sealed class FixedClock : TimeProvider
{
    /// <summary>The time it shows.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static FixedClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => Now;
}
