using System.Collections.Concurrent;

namespace NewsWatch.Fetching.Pacing;

/// <summary>What this process knows of a host besides its calendar.</summary>
/// <param name="places">Exchanges that may begin before another ends.</param>
/// <param name="time">Clock.</param>
internal sealed class PacedHost(int places, TimeProvider time)
{
    /// <summary>
    /// Pieces of work that may come again which have to do with one host at a time: half the four workers that the smallest host has for
    /// a queue. However slow a host is, the other half is left to the others.
    /// </summary>
    public const int MostWorkers = 2;

    private readonly ConcurrentQueue<(string Id, TimeSpan Took)> ended = new();
    private long stayed;

    /// <summary>Exchanges that may begin before another ends.</summary>
    public SemaphoreSlim Places { get; } = new(places, places);

    /// <summary>Work that may come again and has entered the host.</summary>
    public SemaphoreSlim Workers { get; } = new(Math.Min(places, MostWorkers), Math.Min(places, MostWorkers));

    /// <summary>How long such work stayed of late, from its first exchange to its own end; zero where none has ended.</summary>
    public TimeSpan Stayed => new(Volatile.Read(ref stayed));

    /// <summary>Crawl-delay of its robots.txt; null where this process does not know it.</summary>
    public TimeSpan? CrawlDelay { get; set; }

    /// <summary>True where forgetting the host would change nothing.</summary>
    public bool IsIdle => Places.CurrentCount == places && Workers.CurrentCount == Math.Min(places, MostWorkers);

    /// <summary>Begins the stay of work that holds one of <see cref="Workers"/>; dispose of it to end it.</summary>
    public IDisposable Stay() => new HostStay(this, time);

    /// <summary>Notes an exchange that has ended, and of which the calendar hears nothing by itself.</summary>
    public void Note(string id, TimeSpan took) => ended.Enqueue((id, took));

    /// <summary>What was noted and not yet told.</summary>
    public IReadOnlyList<(string Id, TimeSpan Took)> TakeNotes()
    {
        var notes = new List<(string, TimeSpan)>();
        while (ended.TryDequeue(out var note))
            notes.Add(note);
        return notes;
    }

    private sealed class HostStay(PacedHost host, TimeProvider time) : IDisposable
    {
        private readonly long began = time.GetTimestamp();

        public void Dispose()
        {
            var (before, one) = (host.Stayed, time.GetElapsedTime(began));
            Volatile.Write(ref host.stayed, (before == TimeSpan.Zero ? one : HostCalendar.Smoothed(before, one)).Ticks);
            host.Workers.Release();
        }
    }
}
