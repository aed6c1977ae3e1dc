using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Tests.Attacks;

/// <summary>A feed and a page that end whatever process reads them: each is put off and at last given up, and all others go on.</summary>
public sealed class KilledReaderTests : IDisposable
{
    /// <summary>How a killed process ends: 128 and the signal.</summary>
    private const int Killed = 137;

    private readonly TemporaryFolder folder = new();
    private DateTimeOffset now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_feed_that_kills_its_reader_is_put_off_for_longer_each_time_and_keeps_no_other_from_being_polled()
    {
        await WatchAsync();
        Assert.Equal(Killed, await PassAsync(KilledReader.Feed));
        var first = await StateAsync("deadly");
        Assert.Equal((1, FeedHealth.Failing, "the last reading of it was broken off"), (first.BrokenOff, first.Health, first.Reason));

        now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await PassAsync(KilledReader.Feed));
        foreach (var name in new[] { "first", "second" })
            Assert.Equal(FeedHealth.Undated, (await StateAsync(name)).Health);
        Assert.Equal(first.NextCheck, (await StateAsync("deadly")).NextCheck);
        await using (var services = Services())
            foreach (var link in new[] { "https://first.example/mild", "https://second.example/a" })
                Assert.Equal(TextOrigin.Page, (await ArticleAsync(services, link)).Content!.Origin);

        now = first.NextCheck!.Value + TimeSpan.FromSeconds(1);
        Assert.Equal(Killed, await PassAsync(KilledReader.Feed));
        var second = await StateAsync("deadly");
        Assert.Equal(2, second.BrokenOff);
        Assert.True(second.NextCheck - second.CheckedAt > first.NextCheck - first.CheckedAt);

        now = second.NextCheck!.Value + TimeSpan.FromSeconds(1);
        await using var mended = Services();
        await mended.GetRequiredService<OnePass>().RunAsync(TimeSpan.FromSeconds(2), Meter.None, default);
        var last = await StateAsync("deadly");
        Assert.Equal((0, FeedHealth.Undated), (last.BrokenOff, last.Health));
    }

    [Fact]
    public async Task A_page_that_kills_its_reader_is_given_up_and_keeps_no_other_from_being_read()
    {
        await WatchAsync();
        await using (var services = Services())
            await services.GetRequiredService<FeedPoller>().PollAsync(default);
        var deaths = 0;
        while (await PassAsync(KilledReader.Page) == Killed)
            Assert.True(++deaths < Pipeline.MaxDeliveries * 2, "it goes on for ever");
        Assert.InRange(deaths, Pipeline.MaxDeliveries, Pipeline.MaxDeliveries + 2);

        await using var after = Services();
        var givenUp = Assert.Single(await after.GetRequiredService<PoisonDesk>().ListAsync(Pipeline.ExtractArticle, 10, default));
        Assert.Contains("ended with the program", givenUp.Cause, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Failed, (await ArticleAsync(after, KilledReader.DeadlyPage)).State);
        foreach (var link in new[] { "https://first.example/mild", "https://second.example/a", "https://deadly.example/a" })
            Assert.Equal(TextOrigin.Page, (await ArticleAsync(after, link)).Content!.Origin);
    }

    private ServiceProvider Services() => KilledReader.Services(folder.Path, now, KilledReader.Nothing);

    private async Task WatchAsync()
    {
        await using var services = Services();
        await services.GetRequiredService<WatchListStore>().ChangeAsync(_ => WatchList.Of("Test", KilledReader.Feeds), alone: true, default);
    }

    private async Task<int> PassAsync(string deadly)
    {
        KilledReader.SetNow(folder.Path, now);
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(KilledReader).Assembly.Location, KilledReader.Verb, folder.Path, deadly },
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private async Task<FeedState> StateAsync(string name)
    {
        await using var services = Services();
        return await services.GetRequiredService<FeedStates>().ReadAsync(KilledReader.Feeds.Single(feed => feed.Title == name), default);
    }

    private static async Task<Article> ArticleAsync(ServiceProvider services, string link)
        => (await services.GetRequiredService<ArticleStore>().ReadAsync(ArticleId.Of(new(link)), default))!;
}
