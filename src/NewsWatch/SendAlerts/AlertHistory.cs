using NewsWatch.Notices;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>What was told of developments, as recorded.</summary>
public sealed class AlertHistory(IBlobs blobs, NoticeSender sender)
{
    private const string Prefix = "alerts/";

    /// <summary>What was told of a development; null where nothing was.</summary>
    public Task<NoticeRecord?> FindAsync(string development, CancellationToken cancellation)
        => sender.ReadAsync(AlertSender.Record(development), cancellation);

    /// <summary>Records from a moment on, the latest first.</summary>
    public async Task<IReadOnlyList<NoticeRecord>> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var records = new List<NoticeRecord>();
        await foreach (var name in blobs.ListAsync(Prefix, cancellation))
            if (!name[Prefix.Length..]
                .Contains('/') && await sender.ReadAsync(name, cancellation) is { } record && record.Notice.At >= since)
                records.Add(record);
        return [.. records.OrderByDescending(record => record.Notice.At).ThenBy(record => record.Notice.Id, StringComparer.Ordinal)];
    }
}
