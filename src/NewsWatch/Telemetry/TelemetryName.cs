namespace NewsWatch.Telemetry;

/// <summary>What a host listens to.</summary>
public static class TelemetryName
{
    /// <summary>Name of the activity source and of the meters.</summary>
    public const string Source = "NewsWatch";

    /// <summary>The system that messages go through, as OpenTelemetry's conventions ask for one; the same whatever store keeps the queues.</summary>
    public const string MessagingSystem = "newswatch";
}
