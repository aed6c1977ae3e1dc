namespace NewsWatch.NotifyOperator;

/// <summary>Section <c>NewsWatch:NotifyOperator</c>; which channels are the operator's is said on the channel (<c>About</c>).</summary>
public sealed class NotifyOperatorOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:NotifyOperator";

    /// <summary>Time without a poll after which the operator is told. 1 minute to 7 days.</summary>
    public TimeSpan PollLateAfter { get; set; } = TimeSpan.FromMinutes(30);
}
