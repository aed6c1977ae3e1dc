using NewsWatch.Notices;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>What was told of developments, as recorded.</summary>
public sealed class AlertHistory(IBlobs blobs, DamagedRecords damaged)
{
    private const string Prefix = "alerts/";

    /// <summary>What was told of a development; null where nothing was.</summary>
    public Task<NoticeRecord?> FindAsync(string development, CancellationToken cancellation)
        => blobs.ReadJsonAsync(AlertSender.Record(development), NoticesJson.Default.NoticeRecord, cancellation);

    /// <summary>Records from a moment on, the latest first; a damaged one is passed over.</summary>
    public async Task<IReadOnlyList<NoticeRecord>> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var records = new List<NoticeRecord>();
        await foreach (var development in blobs.ListIdsAsync(Prefix, damaged, cancellation))
            if (await blobs.ReadSoundJsonAsync(AlertSender.Record(development), NoticesJson.Default.NoticeRecord, damaged, cancellation) is { } record
                && record.Notice.At >= since)
                records.Add(record);
        return [.. records.OrderByDescending(record => record.Notice.At).ThenBy(record => record.Notice.Id, StringComparer.Ordinal)];
    }
}
