using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Keeps one host from being hurried: bounds on exchanges at a time, on the time between them, and the pauses it asks for.</summary>
internal sealed class HostPacer(IOptions<FetchingOptions> options, TimeProvider time)
{
    private const int ManyHosts = 4096;
    private readonly ConcurrentDictionary<string, PacedHost> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn with the host; dispose it when the exchange is over.</summary>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellation)
    {
        var host = Get(name);
        await host.Places.WaitAsync(cancellation);
        var turn = new Turn(host.Places);
        try
        {
            var wait = host.TakeStart(options.Value.PerHostSpacing);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Notes how long the host wants to be left alone.</summary>
    public void Pause(string name, TimeSpan pause) => Get(name).Pause(pause);

    /// <summary>How much longer the host wants to be left alone; null where it does not.</summary>
    public TimeSpan? PauseOf(string name) => hosts.TryGetValue(name, out var host) ? host.PauseLeft : null;

    /// <summary>Notes the host's Crawl-delay, kept up to <see cref="PacedHost.LongestCrawlDelay"/>.</summary>
    public void Slow(string name, TimeSpan crawlDelay) => Get(name).Slow(crawlDelay);

    private PacedHost Get(string name)
    {
        if (hosts.Count > ManyHosts)
            foreach (var (idle, host) in hosts)
                if (host.IsIdle)
                    hosts.TryRemove(idle, out _);
        return hosts.GetOrAdd(name, _ => new(options.Value.PerHostConcurrency, time));
    }

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        private SemaphoreSlim? places = places;

        public void Dispose() => Interlocked.Exchange(ref places, null)?.Release();
    }
}
