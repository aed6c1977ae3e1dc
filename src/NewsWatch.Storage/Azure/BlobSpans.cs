using Microsoft.Extensions.Configuration;
using NewsWatch.Telemetry;

namespace NewsWatch.Storage.Azure;

/// <summary>
/// Spans of operations on blobs, which Azure's library makes itself where it is told to. Only of its methods, such as
/// <c>BlobBaseClient.Download</c>: those of its requests name addresses.
/// </summary>
public static class BlobSpans
{
    /// <summary>Sources to listen to; none where <see cref="TelemetryOptions.BlobSpans"/> is off.</summary>
    public static string[] Sources(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.BlobSpans)}"] is not { } on || !bool.TryParse(on, out var isOn) || !isOn)
            return [];
        // Read once by the library, before its first client is made.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        return ["Azure.Storage.Blobs.*"];
    }
}
