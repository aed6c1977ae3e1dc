using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>The outboxes, one blob a channel.</summary>
internal sealed class OutboxStore(IBlobs blobs)
{
    /// <summary>What waits for a channel.</summary>
    public async Task<Outbox> ReadAsync(string channel, CancellationToken cancellation)
        => await blobs.ReadJsonAsync(Name(channel), AlertsJson.Default.Outbox, cancellation) ?? Outbox.Empty;

    /// <summary>Changes what waits; <paramref name="change"/> may run again when another writer came between.</summary>
    public async Task<Outbox> UpdateAsync(string channel, Func<Outbox, Outbox> change, CancellationToken cancellation)
        => await blobs.UpdateJsonAsync(
            Name(channel), found => change(found ?? Outbox.Empty) is var after && after == Outbox.Empty && found is null ? null : after,
            AlertsJson.Default.Outbox,
            cancellation) ?? Outbox.Empty;

    private static string Name(string channel) => $"outgoing/outbox/{channel.ToLowerInvariant()}.json";
}
