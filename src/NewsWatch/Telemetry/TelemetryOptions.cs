namespace NewsWatch.Telemetry;

/// <summary>Settings of what is told of the pipeline itself, section <c>NewsWatch:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Where the settings are.</summary>
    public const string Section = "NewsWatch:Telemetry";

    /// <summary>
    /// A token of 20 characters at least that <c>/metrics</c> asks for, as <c>Authorization: Bearer</c>. Null: it answers whoever asks while
    /// the review site is bound to the machine itself, and nobody where others can reach it.
    /// </summary>
    public string? MetricsToken { get; set; }

    /// <summary>True: operations on blobs in Azure are spans too, some ten a message. The local store has none.</summary>
    public bool BlobSpans { get; set; }
}
