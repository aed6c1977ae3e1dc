using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

public sealed class HostPacerTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Exchanges_with_one_host_begin_apart_and_another_host_does_not_wait()
    {
        var pacer = Pacer(concurrency: 3);
        using var first = await pacer.EnterAsync("a.example", default);
        var second = pacer.EnterAsync("A.example", default);
        var third = pacer.EnterAsync("a.example", default);
        using var other = await pacer.EnterAsync("b.example", default);
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        (await third).Dispose();
    }

    [Fact]
    public async Task No_more_than_allowed_go_on_at_a_time()
    {
        var pacer = Pacer(concurrency: 1);
        var first = await pacer.EnterAsync("a.example", default);
        var second = pacer.EnterAsync("a.example", default);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);
        first.Dispose();
        first.Dispose();
        using var turn = await second;
        Assert.False(pacer.EnterAsync("a.example", default).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_the_place_back()
    {
        var pacer = Pacer(concurrency: 1);
        (await pacer.EnterAsync("a.example", default)).Dispose();
        using var cancelled = new CancellationTokenSource();
        var waiting = pacer.EnterAsync("a.example", cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = pacer.EnterAsync("a.example", default);
        time.Advance(TimeSpan.FromSeconds(2));
        (await next).Dispose();
    }

    [Fact]
    public async Task A_crawl_delay_goes_before_the_spacing_up_to_its_bound()
    {
        var pacer = Pacer(concurrency: 1);
        pacer.Slow("a.example", TimeSpan.FromHours(1));
        (await pacer.EnterAsync("a.example", default)).Dispose();
        var second = pacer.EnterAsync("a.example", default);
        time.Advance(PacedHost.LongestCrawlDelay - TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
    }

    [Fact]
    public void A_pause_ends()
    {
        var pacer = Pacer(concurrency: 1);
        Assert.Null(pacer.PauseOf("a.example"));
        pacer.Pause("a.example", TimeSpan.FromMinutes(2));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), pacer.PauseOf("a.example"));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(pacer.PauseOf("a.example"));
    }

    private HostPacer Pacer(int concurrency)
        => new(Options.Create(new FetchingOptions { PerHostConcurrency = concurrency, PerHostSpacing = TimeSpan.FromSeconds(1) }), time);
}
