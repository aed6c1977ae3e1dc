using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Pacing;

namespace NewsWatch.Tests.Fetching.Pacing;

public sealed class HostPacerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Exchanges_with_one_host_begin_apart_and_another_host_does_not_wait()
    {
        var pacer = Pacer(concurrency: 3);
        await using var first = await TurnAsync(pacer, "a.example");
        var second = TurnAsync(pacer, "A.example");
        var third = TurnAsync(pacer, "a.example");
        await using var other = await TurnAsync(pacer, "b.example");
        Assert.False(second.IsCompleted);
        time.Advance(Second);
        await (await second).DisposeAsync();
        Assert.False(third.IsCompleted);
        time.Advance(Second);
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task No_more_than_allowed_go_on_at_a_time()
    {
        var pacer = Pacer(concurrency: 1);
        var first = await TurnAsync(pacer, "a.example");
        var second = TurnAsync(pacer, "a.example");
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var turn = await InTimeAsync(second);
        Assert.False(TurnAsync(pacer, "a.example").IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_the_place_back()
    {
        var pacer = Pacer(concurrency: 1);
        await (await TurnAsync(pacer, "a.example")).DisposeAsync();
        using var cancelled = new CancellationTokenSource();
        var waiting = pacer.EnterAsync("a.example", null, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = TurnAsync(pacer, "a.example");
        time.Advance(2 * Second);
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task A_crawl_delay_goes_before_the_spacing_up_to_its_bound()
    {
        var pacer = Pacer(concurrency: 1);
        pacer.Slow("a.example", TimeSpan.FromHours(1));
        await (await TurnAsync(pacer, "a.example")).DisposeAsync();
        var second = TurnAsync(pacer, "a.example");
        time.Advance(HostCalendar.LongestCrawlDelay - Second);
        Assert.False(second.IsCompleted);
        time.Advance(Second);
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_pause_ends()
    {
        var pacer = Pacer(concurrency: 1);
        await pacer.PauseAsync("a.example", TimeSpan.FromMinutes(2), default);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), (await pacer.EnterAsync("a.example", null, default)).PauseLeft);
        time.Advance(TimeSpan.FromMinutes(1));
        await (await TurnAsync(pacer, "a.example")).DisposeAsync();
    }

    [Fact]
    public async Task Work_that_may_come_again_is_told_when_one_after_the_other()
    {
        var pacer = Pacer(concurrency: 2);
        await using var busyWith = await OccupyAsync(pacer);
        var waits = new List<TimeSpan>();
        for (var number = 0; number < 3; number++)
        {
            using var line = new HostLine([]);
            var busy = await Assert.ThrowsAsync<HostBusyException>(() => pacer.EnterAsync("a.example", line, default));
            Assert.Equal(["a.example"], line.Numbers);
            waits.Add(busy.Wait);
        }

        // The host's own pace: the spacing, or half of what the first exchange has taken by now, where two may go on.
        var pace = waits[1] - waits[0];
        Assert.InRange(pace, Second, 2 * Second);
        Assert.Equal(pace, waits[2] - waits[1]);
    }

    [Fact]
    public async Task Who_was_told_to_come_goes_before_who_was_not()
    {
        var pacer = Pacer(concurrency: 2);
        await (await TurnAsync(pacer, "a.example")).DisposeAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await (await TurnLaterAsync(pacer, "a.example")).DisposeAsync();
        using var told = new HostLine([]);
        var one = await OccupyAsync(pacer);
        var busy = await Assert.ThrowsAsync<HostBusyException>(() => pacer.EnterAsync("a.example", told, default));
        await one.DisposeAsync();
        using var newcomer = new HostLine([]);
        await Assert.ThrowsAsync<HostBusyException>(() => pacer.EnterAsync("a.example", newcomer, default));
        using var again = new HostLine(told.Numbers);
        time.Advance(busy.Wait);
        await (await InTimeAsync(pacer.EnterAsync("a.example", again, default))).Turn!.DisposeAsync();
    }

    [Fact]
    public async Task Work_that_has_entered_a_host_stays_with_it_and_keeps_its_share_of_the_workers()
    {
        var pacer = Pacer(concurrency: 16, spacing: TimeSpan.Zero);
        using var one = new HostLine([]);
        using (var other = new HostLine([]))
        {
            await (await InTimeAsync(pacer.EnterAsync("a.example", one, default))).Turn!.DisposeAsync();
            await (await InTimeAsync(pacer.EnterAsync("a.example", other, default))).Turn!.DisposeAsync();
            await (await InTimeAsync(pacer.EnterAsync("a.example", one, default))).Turn!.DisposeAsync();
            using var third = new HostLine([]);
            await Assert.ThrowsAsync<HostBusyException>(() => pacer.EnterAsync("a.example", third, default));
        }
        time.Advance(2 * Second);
        using var fourth = new HostLine([]);
        await (await InTimeAsync(pacer.EnterAsync("a.example", fourth, default))).Turn!.DisposeAsync();
    }

    [Fact]
    public async Task Where_work_with_a_host_is_short_what_comes_next_waits_for_it_and_no_longer_than_shortly()
    {
        var pacer = Pacer(concurrency: 16, spacing: TimeSpan.Zero);
        await StayAsync(pacer, Second / 10);
        using HostLine one = new([]), other = new([]), next = new([]), last = new([]);
        await EnterAsync(pacer, one);
        await EnterAsync(pacer, other);
        var waiting = pacer.EnterAsync("a.example", next, default);
        Assert.False(waiting.IsCompleted);
        one.Dispose();
        await (await InTimeAsync(waiting)).Turn!.DisposeAsync();
        await Assert.ThrowsAsync<HostBusyException>(() => InTimeAsync(pacer.EnterAsync("a.example", last, default)));
        other.Dispose();
        time.Advance(2 * Second);
        using var again = new HostLine(last.Numbers);
        await EnterAsync(pacer, again);
    }

    [Fact]
    public async Task Where_work_with_a_host_is_long_what_comes_next_is_told_to_come_again_at_once()
    {
        var pacer = Pacer(concurrency: 16, spacing: TimeSpan.Zero);
        await StayAsync(pacer, Second);
        using HostLine one = new([]), other = new([]), next = new([]);
        await EnterAsync(pacer, one);
        await EnterAsync(pacer, other);
        var refused = pacer.EnterAsync("a.example", next, default);
        await Assert.ThrowsAsync<HostBusyException>(() => refused.WaitAsync(Second));
    }

    private async Task StayAsync(HostPacer pacer, TimeSpan length)
    {
        using var line = new HostLine([]);
        await EnterAsync(pacer, line);
        time.Advance(length);
    }

    private async Task EnterAsync(HostPacer pacer, HostLine line)
        => await (await InTimeAsync(pacer.EnterAsync("a.example", line, default))).Turn!.DisposeAsync();

    /// <summary>Takes both places.</summary>
    private async Task<IAsyncDisposable> OccupyAsync(HostPacer pacer)
        => new Both(await TurnLaterAsync(pacer, "a.example"), await TurnLaterAsync(pacer, "a.example"));

    private Task<HostTurn> TurnLaterAsync(HostPacer pacer, string host) => InTimeAsync(TurnAsync(pacer, host));

    /// <summary>Lets time go by until it is there: who hears of a beginning too late takes another, and a leap of the clock is late.</summary>
    private async Task<T> InTimeAsync<T>(Task<T> waiting)
    {
        for (var step = 0; step < 1000 && !waiting.IsCompleted; step++)
        {
            time.Advance(Second / 20);
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None));
        }
        return await waiting.WaitAsync(Second);
    }

    private static async Task<HostTurn> TurnAsync(HostPacer pacer, string host) => (await pacer.EnterAsync(host, null, default)).Turn!;

    private HostPacer Pacer(int concurrency, TimeSpan? spacing = null) => new(
        new MemoryCalendars(time),
        Options.Create(new FetchingOptions { PerHostConcurrency = concurrency, PerHostSpacing = spacing ?? Second }),
        time);

    private sealed class Both(HostTurn one, HostTurn other) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
