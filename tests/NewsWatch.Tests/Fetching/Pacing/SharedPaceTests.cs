using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Pacing;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Fetching.Pacing;

public sealed class SharedPaceTests
{
    private static readonly DamagedRecords Damaged = new(NullLogger<DamagedRecords>.Instance);
    private readonly MemoryBlobs memory = new(new());
    private readonly SharedBlobs blobs;

    public SharedPaceTests() => blobs = new(memory);

    [Fact]
    public async Task Several_processes_together_keep_one_hosts_distance_and_places()
    {
        var spacing = TimeSpan.FromMilliseconds(100);
        var pacers = Enumerable.Range(0, 4).Select(_ => Pacer(spacing)).ToList();
        var (starts, most, now) = (new ConcurrentQueue<DateTimeOffset>(), 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async number =>
        {
            var entry = await pacers[number % pacers.Count].EnterAsync("a.example", null, default);
            await using var turn = entry.Turn;
            starts.Enqueue(TimeProvider.System.GetUtcNow());
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
            Interlocked.Decrement(ref now);
        }));
        Assert.InRange(most, 1, 2);
        var ordered = starts.Order().ToList();

        // Timers are late by some milliseconds; what is late does not hurry what comes after.
        Assert.InRange(ordered[^1] - ordered[0], (23 * spacing) - TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1));
        Assert.All(ordered.Zip(ordered.Skip(4)), pair => Assert.True(pair.Second - pair.First >= (4 * spacing) - TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task An_exchange_costs_one_read_and_one_write_and_a_further_one_at_once_only_the_write()
    {
        var pacer = Pacer(TimeSpan.FromSeconds(1));
        await (await pacer.EnterAsync("a.example", null, default)).Turn!.DisposeAsync();
        Assert.Equal((1, 1), (blobs.Reads, blobs.Writes));
        await (await pacer.EnterAsync("a.example", null, default)).Turn!.DisposeAsync();
        Assert.Equal((1, 2), (blobs.Reads, blobs.Writes));
    }

    [Fact]
    public async Task What_many_want_at_once_is_one_write()
    {
        var pacer = Pacer(TimeSpan.FromSeconds(1));
        var asking = Enumerable.Range(0, 50).Select(async _ =>
        {
            using var line = new HostLine([]);
            await Assert.ThrowsAsync<HostBusyException>(async () => await (await pacer.EnterAsync("a.example", line, default)).Turn!.DisposeAsync());
        });
        await using (var first = (await pacer.EnterAsync("a.example", null, default)).Turn)
        await using (var second = (await pacer.EnterAsync("a.example", null, default)).Turn)
            await Task.WhenAll(asking);
        Assert.InRange(blobs.Writes, 2, 12);
    }

    [Fact]
    public async Task An_exchange_that_takes_longer_keeps_its_place()
    {
        var (one, other) = (Pacer(TimeSpan.FromSeconds(2), places: 1), Pacer(TimeSpan.FromSeconds(2), places: 1));
        var turn = (await one.EnterAsync("a.example", null, default)).Turn!;
        var waiting = other.EnterAsync("a.example", null, default);
        await Task.Delay(TimeSpan.FromSeconds(3.5), TimeProvider.System);
        Assert.False(waiting.IsCompleted);
        await turn.DisposeAsync();
        await (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).Turn!.DisposeAsync();
    }

    [Fact]
    public async Task Who_hears_of_its_beginning_too_late_takes_another()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var slow = new SlowCalendars(new StoredCalendars(blobs, Damaged, clock), clock, TimeSpan.FromSeconds(0.4));
        var pacer = new HostPacer(slow, Options.Create(new FetchingOptions { PerHostSpacing = TimeSpan.FromSeconds(1) }), clock);
        var entering = pacer.EnterAsync("a.example", null, default);
        while (!entering.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        await using var turn = (await entering).Turn;
        var calendar = await slow.ChangeAsync("a.example", one => (one, one), default);
        var place = Assert.Single(calendar.Places);
        Assert.InRange(place.Start - slow.First, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_pause_is_for_all()
    {
        await Pacer(TimeSpan.Zero).PauseAsync("a.example", TimeSpan.FromMinutes(1), default);
        Assert.NotNull((await Pacer(TimeSpan.Zero).EnterAsync("a.example", null, default)).PauseLeft);
    }

    [Fact]
    public async Task A_damaged_calendar_is_begun_anew()
    {
        await memory.WriteAsync("pace/a.example.json", "{\"next\""u8.ToArray(), WriteCondition.Always, default);
        await (await Pacer(TimeSpan.Zero).EnterAsync("a.example", null, default)).Turn!.DisposeAsync();
        Assert.Contains("damaged/pace/a.example.json", memory.Names);
    }

    [Fact]
    public async Task Robots_are_asked_once_however_many_processes_need_them()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            await context.Response.WriteAsync("User-agent: *\nDisallow: /private");
        });
        var processes = Enumerable.Range(0, 4).Select(_ => Process()).ToList();
        var results = await Task.WhenAll(processes.Select(
            process => process.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/private/a")), default)));
        processes.ForEach(process => process.Dispose());
        Assert.All(results, result => Assert.Equal(Refusal.Robots, Assert.IsType<FetchResult.Refused>(result).Why));
        Assert.Equal(["/robots.txt"], server.Asked);
    }

    [Fact]
    public async Task Work_that_may_come_again_does_not_wait_for_anothers_robots()
    {
        var answer = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await answer.Task;
            await context.Response.WriteAsync("User-agent: *\nDisallow: /private");
        });
        await using var process = Process();
        var fetcher = process.GetRequiredService<IFetcher>();
        using var first = new HostLine([]);
        var asking = fetcher.FetchAsync(new(server.At("/private/a")) { Line = first }, default);
        while (server.Asked.IsEmpty)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        using var second = new HostLine([]);
        await Assert.ThrowsAsync<HostBusyException>(() => fetcher.FetchAsync(new(server.At("/private/b")) { Line = second }, default));
        answer.SetResult();
        Assert.IsType<FetchResult.Refused>(await asking);
    }

    private HostPacer Pacer(TimeSpan spacing, int places = 2) => new(
        new StoredCalendars(blobs, Damaged, TimeProvider.System),
        Options.Create(new FetchingOptions { PerHostConcurrency = places, PerHostSpacing = spacing }),
        TimeProvider.System);

    private ServiceProvider Process() => Fetchers.Services(services => services.AddSingleton<IBlobs>(blobs).AddSingleton(Damaged));

    /// <summary>A store that takes its time to answer; notes when it was first asked.</summary>
    private sealed class SlowCalendars(IHostCalendars calendars, FakeTimeProvider clock, TimeSpan delay) : IHostCalendars
    {
        public bool AreShared => true;

        public DateTimeOffset First { get; private set; }

        public async ValueTask<T> ChangeAsync<T>(string host, Func<HostCalendar, (HostCalendar After, T Answer)> change, CancellationToken cancellation)
        {
            First = First == default ? clock.GetUtcNow() : First;
            var answer = await calendars.ChangeAsync(host, change, cancellation);
            clock.Advance(delay);
            return answer;
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = most; value > known; known = most)
            Interlocked.CompareExchange(ref most, value, known);
    }
}
