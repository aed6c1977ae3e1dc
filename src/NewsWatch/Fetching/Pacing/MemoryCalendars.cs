namespace NewsWatch.Fetching.Pacing;

/// <summary>Calendars of a process that is alone on its store: in memory, at no cost.</summary>
internal sealed class MemoryCalendars(TimeProvider time) : IHostCalendars
{
    private const int ManyHosts = 4096;
    private readonly Lock gate = new();
    private readonly Dictionary<string, HostCalendar> hosts = new(StringComparer.Ordinal);

    public bool AreShared => false;

    public ValueTask<T> ChangeAsync<T>(
        string host, Func<HostCalendar, (HostCalendar After, T Answer)> change, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (hosts.Count > ManyHosts)
                foreach (var (name, calendar) in hosts)
                    if (calendar.IsIdle(time.GetUtcNow()))
                        hosts.Remove(name);
            var (after, answer) = change(hosts.GetValueOrDefault(host) ?? new());
            hosts[host] = after;
            return ValueTask.FromResult(answer);
        }
    }
}
