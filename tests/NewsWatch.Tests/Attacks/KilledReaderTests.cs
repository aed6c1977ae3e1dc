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
    private const int MostPasses = 24;

    private readonly TemporaryFolder folder = new();
    private DateTimeOffset now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_kills_its_reader_is_put_off_and_given_up_and_keeps_nothing_else_from_being_read()
    {
        await using (var services = KilledReader.Services(folder.Path, now, isDeadly: false))
            await services.GetRequiredService<WatchListStore>().ChangeAsync(_ => WatchList.Of("Test", KilledReader.Feeds), alone: true, default);

        Assert.Equal(137, await PassAsync());
        var deadly = await StateAsync("deadly");
        Assert.Equal((1, FeedHealth.Failing, "the last reading of it was broken off"), (deadly.BrokenOff, deadly.Health, deadly.Reason));
        Assert.True(deadly.NextCheck > now + TimeSpan.FromMinutes(1));

        // A feed that happens to be read while the page kills is put off once as well; then it is read like all others.
        var passes = 1;
        for (var isDone = false; !isDone; passes++)
        {
            Assert.True(passes < MostPasses, "the pipeline does not get beyond what kills it");
            now += TimeSpan.FromMinutes(6);
            await PassAsync();
            isDone = await IsReadAsync();
        }
        deadly = await StateAsync("deadly");
        Assert.InRange(deadly.BrokenOff, 2, 5);
        Assert.True(deadly.NextCheck - deadly.CheckedAt > TimeSpan.FromMinutes(10), $"{deadly.NextCheck - deadly.CheckedAt}");

        now += TimeSpan.FromDays(1);
        await using var mended = KilledReader.Services(folder.Path, now, isDeadly: false);
        await mended.GetRequiredService<OnePass>().RunAsync(TimeSpan.FromSeconds(2), Meter.None, default);
        foreach (var feed in KilledReader.Feeds)
            Assert.Equal((0, FeedHealth.Undated), ((await StateAsync(feed.Title)).BrokenOff, (await StateAsync(feed.Title)).Health));
    }

    /// <summary>Whether all that can be read is, and what cannot is given up.</summary>
    private async Task<bool> IsReadAsync()
    {
        await using var services = KilledReader.Services(folder.Path, now, isDeadly: false);
        foreach (var link in new[] { "https://first.example/mild", "https://second.example/a" })
            if ((await ArticleAsync(services, link))?.Content?.Origin != TextOrigin.Page)
                return false;
        if (await services.GetRequiredService<PoisonDesk>().ListAsync(Pipeline.ExtractArticle, 10, default) is not [var givenUp])
            return false;
        Assert.Contains("ended with the program", givenUp.Cause, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Failed, (await ArticleAsync(services, KilledReader.DeadlyPage))!.State);
        return true;
    }

    private async Task<int> PassAsync()
    {
        KilledReader.SetNow(folder.Path, now);
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(KilledReader).Assembly.Location, KilledReader.Verb, folder.Path },
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private async Task<FeedState> StateAsync(string name)
    {
        await using var services = KilledReader.Services(folder.Path, now, isDeadly: false);
        return await services.GetRequiredService<FeedStates>().ReadAsync(KilledReader.Feeds.Single(feed => feed.Title == name), default);
    }

    private static Task<Article?> ArticleAsync(IServiceProvider services, string link)
        => services.GetRequiredService<ArticleStore>().ReadAsync(ArticleId.Of(new(link)), default);
}
