namespace NewsWatch.SendAlerts.Confirming;

/// <summary>What those who are told learn of the second reader's check.</summary>
/// <param name="State">How it ended; what was doubted is told on an analyst's word alone.</param>
/// <param name="Reader">Who read: <c>second-reader:</c> and the model's name.</param>
/// <param name="Why">Why its word does not count; null where it does.</param>
public sealed record AlertCheck(CheckState State, string Reader, string? Why)
{
    /// <summary>Of a check; null where there was none.</summary>
    public static AlertCheck? Of(DevelopmentCheck? check)
        => check is null ? null : new(check.State, check.Reading.Reader, check.Reading.Why);
}
