using System.Collections.Concurrent;
using NewsWatch.Storage;

namespace NewsWatch.Fetching.Pacing;

/// <summary>Calendars that all processes on one store share: <c>pace/{host}.json</c>.</summary>
internal sealed class StoredCalendars(IBlobs blobs, DamagedRecords damaged, TimeProvider time) : IHostCalendars
{
    private const int ManyHosts = 4096;
    private readonly ConcurrentDictionary<string, StoredCalendar> hosts = new(StringComparer.Ordinal);

    public bool AreShared => true;

    public async ValueTask<T> ChangeAsync<T>(
        string host, Func<HostCalendar, (HostCalendar After, T Answer)> change, CancellationToken cancellation)
    {
        if (hosts.Count > ManyHosts)
            foreach (var (name, old) in hosts)
                if (old.IsIdle)
                    hosts.TryRemove(name, out _);
        var calendar = hosts.GetOrAdd(host, name => new(blobs, $"pace/{HostBlob.Segment(name)}.json", damaged, time));
        return await calendar.ChangeAsync(change, cancellation);
    }
}
