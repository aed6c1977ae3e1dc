using NewsWatch.Notices;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Tells again whom a development could not be told: recipients that refused it, or were given up after the last try.</summary>
public sealed class AlertRetry(DossierStore dossiers, NoticeSender sender, IQueues queues)
{
    /// <summary>
    /// Has the recipients tried anew with the next work on the queue of alerts; who was told is not told again, and asked twice changes
    /// nothing more.
    /// </summary>
    /// <param name="development">Id of the development.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>
    /// The deliveries that are tried again, none where nobody was left out; null where nothing was told of such a development.
    /// </returns>
    public async Task<IReadOnlyList<NoticeDelivery>?> RetryAsync(string development, CancellationToken cancellation)
    {
        var record = AlertSender.Record(development);
        if (await sender.ReadAsync(record, cancellation) is not { } before || await FindAsync(development, cancellation) is not { } message)
            return null;
        NoticeDelivery[] left = [.. before.Deliveries.Where(delivery => delivery.State is DeliveryState.Refused or DeliveryState.GivenUp)];
        if (left.Length == 0)
            return left;
        // The record first: a crash before the message is sent is mended by asking again.
        await sender.UpdateAsync(record, DeliveryChanges.Retry, cancellation);
        await queues.SendJsonAsync(Pipeline.SendAlerts, message, NewsWatchJson.Default.Development, cancellation);
        return left;
    }

    private async Task<Development?> FindAsync(string development, CancellationToken cancellation)
    {
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            if (dossier.Developments.FirstOrDefault(noticed => noticed.Development.Id == development) is { } noticed)
                return noticed.Development;
        return null;
    }
}
