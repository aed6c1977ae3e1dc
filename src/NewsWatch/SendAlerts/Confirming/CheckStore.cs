using NewsWatch.Storage;

namespace NewsWatch.SendAlerts.Confirming;

/// <summary>What the second reader made of developments, one blob each; the first word on one counts.</summary>
public sealed class CheckStore(IBlobs blobs)
{
    /// <summary>The check of a development; null where it was not checked.</summary>
    public Task<DevelopmentCheck?> ReadAsync(string development, CancellationToken cancellation)
        => blobs.ReadJsonAsync(Name(development), AlertsJson.Default.DevelopmentCheck, cancellation);

    /// <summary>Keeps a check, unless there is one; returns the one that counts.</summary>
    internal async Task<DevelopmentCheck> KeepAsync(string development, DevelopmentCheck check, CancellationToken cancellation)
        => (await blobs.UpdateJsonAsync(Name(development), found => found ?? check, AlertsJson.Default.DevelopmentCheck, cancellation))!;

    private static string Name(string development) => $"alerts/checks/{development}.json";
}
