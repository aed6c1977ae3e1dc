using Microsoft.Extensions.Options;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>The latest developments, as the outgoing feeds hold them. Stored as <c>outgoing/developments.json</c>.</summary>
/// <param name="Alerts">Latest first.</param>
public sealed record OutgoingAlerts(IReadOnlyList<Alert> Alerts);

/// <summary>Keeps what the outgoing feeds hold, every development once.</summary>
public sealed class OutgoingStore(IBlobs blobs, DamagedRecords damaged, IOptions<SendAlertsOptions> options)
{
    private const string Blob = "outgoing/developments.json";

    /// <summary>Adds a development; one that is there already is left as it is.</summary>
    /// <returns>True where it was not there.</returns>
    public async Task<bool> AddAsync(Alert alert, CancellationToken cancellation)
    {
        var isNew = false;
        await blobs.RenewJsonAsync(
            Blob,
            found =>
            {
                var after = Add(found ?? new([]), alert);
                isNew = !ReferenceEquals(found, after);
                return after;
            },
            AlertsJson.Default.OutgoingAlerts,
            damaged,
            cancellation);
        return isNew;
    }

    /// <summary>The latest developments.</summary>
    /// <param name="view">Those that a view asks for; null for all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Latest first; a correction is in the view that had what it corrects.</returns>
    public async Task<IReadOnlyList<Alert>> ReadAsync(AlertFilter? view, CancellationToken cancellation)
    {
        var all = (await blobs.ReadSoundJsonAsync(Blob, AlertsJson.Default.OutgoingAlerts, damaged, cancellation))?.Alerts ?? [];
        if (view is null)
            return all;
        var wanted = all.Where(alert => alert.Kind != DevelopmentKind.Correction && view.Wants(alert) && view.Believes(alert)).ToHashSet();
        var ids = wanted.Select(alert => alert.Development).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(alert => wanted.Contains(alert) || (alert.Corrects is { } corrected && ids.Contains(corrected)))];
    }

    private OutgoingAlerts Add(OutgoingAlerts found, Alert alert)
        => found.Alerts.Any(known => known.Development == alert.Development)
            ? found
            : new([.. found.Alerts.Append(alert)
                .OrderByDescending(one => one.At)
                .ThenBy(one => one.Development, StringComparer.Ordinal)
                .Take(options.Value.FeedEntries)]);
}
