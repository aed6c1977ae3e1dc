using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Cli;
using NewsWatch.Delivering;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;
using NewsWatch.Storage.Local;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Scale;

/// <summary>
/// What an entry asks of the stores from its message to its end, by how it ends, held to <c>operations.tsv</c>: the figures of
/// <c>docs/growth.md</c>. One operation more fails, and so does a line that has become too high to notice one.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class EntryCostTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>Set to 1, a test run writes the lines of its store anew.</summary>
    private const string Rewrite = "NEWSWATCH_WRITE_OPERATIONS";

    private const double MostBytesAbove = 1.1;

    private static readonly string Lines = Path.Combine(RepositoryFolder.Path, "tests/NewsWatch.Tests/Scale/operations.tsv");

    private static readonly (string What, string Entry, ArticleState State)[] Ends =
        [("no agreement", "market", ArticleState.NotFlagged), ("report", "report", ArticleState.Flagged), ("duplicate", "copy-of-report", ArticleState.Duplicate)];

    [Fact]
    public Task On_a_local_store_an_entry_asks_for_no_more_than_is_written() => MeasureAsync("local", null);

    [SkippableFact]
    public async Task On_a_store_in_Azure_an_entry_asks_for_no_more_than_is_written() => await MeasureAsync("azure", await azurite.NewAccountAsync());

    private async Task MeasureAsync(string store, string? account)
    {
        await using var newsroom = await OutcomeNewsroom.StartAsync();
        using var folder = new TemporaryFolder();
        var (counts, clock) = (new AskedCounts(), new MovedClock());
        await using var services = Services(newsroom, folder, account, counts, clock);
        // What only the first entries of a store and of a day ask for.
        foreach (var first in new[] { "nothing", "first" })
            await PublishAsync(newsroom, first, services, clock);
        var measured = new List<(string What, Asked Asked)>();
        foreach (var (what, entry, state) in Ends)
        {
            counts.Take();
            newsroom.Publish(entry);
            await PollAsync(services, clock);
            if (measured.Count == 0)
                measured.Add(("poll with a new entry", counts.Take()));
            counts.Take();
            await DrainAsync(services);
            measured.Add((what, counts.Take()));
            var article = await services.GetRequiredService<ArticleStore>().ReadAsync(ArticleId.Of(newsroom.At(entry)), default);
            Assert.Equal(state, article!.State);
            Assert.True(state == ArticleState.Duplicate || article.Content is { Origin: TextOrigin.Page, Signature: not null }, $"{entry}: {article.Problem}");
        }
        foreach (var (what, asked) in measured)
            output.WriteLine(Line(store, what, asked));
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllLines(Lines, [
                "store\twhat\treads\twrites\tappends\tlists\tmessages sent\tbytes written",
                .. File.ReadLines(Lines).Skip(1).Where(line => !line.StartsWith(store + '\t', StringComparison.Ordinal)).Concat(measured.Select(one => Line(store, one.What, one.Asked)))]);
        var written = File.ReadLines(Lines).Skip(1).Select(line => line.Split('\t')).Where(cells => cells[0] == store).ToDictionary(cells => cells[1], StringComparer.Ordinal);
        foreach (var (what, asked) in measured)
        {
            Assert.Equal(string.Join('\t', written[what][..^1]), string.Join('\t', Line(store, what, asked).Split('\t')[..^1]));
            Assert.InRange(asked.Bytes, 1, (long)(long.Parse(written[what][^1], CultureInfo.InvariantCulture) * MostBytesAbove));
        }
    }

    private static string Line(string store, string what, Asked asked) => string.Create(
        CultureInfo.InvariantCulture, $"{store}\t{what}\t{asked.Reads}\t{asked.Writes}\t{asked.Appends}\t{asked.Lists}\t{asked.Messages}\t{asked.Bytes}");

    private static async Task PublishAsync(OutcomeNewsroom newsroom, string entry, IServiceProvider services, MovedClock clock)
    {
        newsroom.Publish(entry);
        await PollAsync(services, clock);
        await DrainAsync(services);
    }

    private static async Task PollAsync(IServiceProvider services, MovedClock clock)
    {
        clock.By += TimeSpan.FromMinutes(30);
        Assert.Equal(1, (await services.GetRequiredService<FeedPoller>().PollAsync(default)).Entries.New);
    }

    /// <summary>Hands every message to its stage, one by one, until there is none.</summary>
    private static async Task DrainAsync(IServiceProvider services)
    {
        var (queues, stages) = (services.GetRequiredService<IQueues>(), services.GetServices<IQueueStage>().ToList());
        for (var isWorking = true; isWorking;)
        {
            isWorking = false;
            foreach (var stage in stages)
                foreach (var message in await queues.ReceiveAsync(stage.Queue, 1, TimeSpan.FromMinutes(5), default))
                {
                    Assert.Null(await stage.DeliverAsync(message.Body, message.Deliveries, default));
                    await queues.CompleteAsync(message, default);
                    isWorking = true;
                }
        }
    }

    private static ServiceProvider Services(OutcomeNewsroom newsroom, TemporaryFolder folder, string? account, AskedCounts counts, MovedClock clock)
    {
        var list = folder.Combine("list.opml");
        File.WriteAllText(list, newsroom.WatchList);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsWatchStorage"] = account,
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            ["NewsWatch:PollFeeds:WatchList"] = list,
            ["NewsWatch:PollFeeds:DefaultInterval"] = "00:20:00",
            ["NewsWatch:PollFeeds:MaxInterval"] = "00:20:00",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(clock)
            .AddNewsWatchHere(configuration, folder.Combine("data"));
        services.AddSingleton<IBlobs>(provider => new AskedBlobs(
            account is null ? new FolderBlobs(provider.GetRequiredService<DataFolder>()) : new AzureBlobs(provider.GetRequiredService<StorageAccount>()), counts));
        services.AddSingleton<IQueues>(provider => new AskedQueues(
            account is null ? new SqliteQueues(provider.GetRequiredService<DataFolder>(), clock) : new AzureQueues(provider.GetRequiredService<StorageAccount>()), counts));
        return services.BuildServiceProvider();
    }

    /// <summary>The system's clock from a noon on, moved on.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private readonly TimeSpan noon = new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + noon + By;
    }
}
