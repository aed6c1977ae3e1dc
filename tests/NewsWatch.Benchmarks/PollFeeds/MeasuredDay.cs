using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Delivering;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>
/// A day of a hundred feeds on the function app's schedule, with the clock moved on: what runs, how long, and what it asks of the storage
/// account. The stages are those of the app over an account (Azurite); the host around them is not there, and its own share is not counted.
/// </summary>
internal sealed class MeasuredDay(ServiceProvider services, DayOfNews news, OffsetClock clock)
{
    private const int AtOnce = 12;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, DayMeter> meters = new(StringComparer.Ordinal);

    /// <summary>Runs the day over the account that the settings name, and prints the tables of docs/cost.md.</summary>
    /// <param name="connection">Connection string of the account.</param>
    /// <param name="feeds">How many feeds.</param>
    /// <param name="hours">How much of a day.</param>
    public static async Task<int> RunAsync(string connection, int feeds, int hours)
    {
        var clock = new OffsetClock();
        var operations = new OperationCounter();
        await using var news = await DayOfNews.StartAsync(feeds, clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageAccount.Connection] = connection,
            [StorageAccount.ContainerKey] = "day",
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddNewsWatch(configuration)
            .AddAzureStorage(configuration)
            .AddSingleton(new StorageAccount(configuration, options => options.AddPolicy(operations, HttpPipelinePosition.PerRetry)))
            .BuildServiceProvider();
        await services.GetRequiredService<WatchListStore>().ChangeAsync(_ => WatchList.Of("Day", news.Feeds), alone: true, default);
        var day = new MeasuredDay(services, news, clock);
        // What a new account does once, as making its queues, is no part of a day.
        await day.TickAsync();
        day.meters.Clear();
        operations.Clear();
        news.Clear();
        for (var tick = 0; tick < hours * 12; tick++)
            await day.TickAsync();
        day.Print(operations);
        return 0;
    }

    private async Task TickAsync()
    {
        await MeasureAsync("PollFeeds", () => services.GetRequiredService<FeedPoller>().PollAsync(default));
        bool isWorked;
        do
        {
            isWorked = false;
            foreach (var stage in services.GetServices<IQueueStage>())
                isWorked |= await DrainAsync(stage) > 0;
        }
        while (isWorked);
        for (var minute = 0; minute < 5; minute++)
        {
            clock.Offset += TimeSpan.FromMinutes(1);
            await MeasureAsync("SendDigests", () => services.GetRequiredService<NoticeRound>().GoAsync(passIsDone: false, watchesPolls: true, default));
            foreach (var meter in meters.Values)
                meter.EndTick();
        }
    }

    private async Task<int> DrainAsync(IQueueStage stage)
    {
        var queues = services.GetRequiredService<IQueues>();
        var messages = await queues.ReceiveAsync(stage.Queue, AtOnce, Hidden, default);
        await Task.WhenAll(messages.Select(message => MeasureAsync(stage.Queue, async () =>
        {
            if (await stage.DeliverAsync(message.Body, message.Deliveries, default) is { } failure)
                throw new InvalidOperationException($"{stage.Queue}: {message.Body}", failure);
            await queues.CompleteAsync(message, default);
        })));
        return messages.Count;
    }

    private async Task MeasureAsync(string function, Func<Task> run)
    {
        var meter = meters.TryGetValue(function, out var known) ? known : meters[function] = new();
        var began = Stopwatch.GetTimestamp();
        await run();
        meter.Add(began, Stopwatch.GetTimestamp());
    }

    private void Print(OperationCounter operations)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{news.Feeds.Count} feeds asked {news.FeedsAsked} times in {(clock.Offset.TotalHours):0} hours, {news.PagesAsked} pages of {news.Published} published\n"));
        Console.WriteLine("| function | executions | longest, s | seconds, added up | seconds active | GB-s at 2 GB |\n|---|---|---|---|---|---|");
        foreach (var (name, meter) in meters)
            Row(name, meter.Executions, meter.Longest, meter.Seconds, meter.Active);
        Row("all", meters.Values.Sum(meter => meter.Executions), meters.Values.Max(meter => meter.Longest),
            meters.Values.Sum(meter => meter.Seconds), meters.Values.Sum(meter => meter.Active));
        Console.WriteLine("\n| storage operation | count |\n|---|---|");
        foreach (var (name, count) in operations.Counts)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {count} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nwritten to blobs: {operations.BytesWritten / 1048576.0:0.0} MiB"));
    }

    private static void Row(string name, int executions, double longest, double seconds, double active)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {executions} | {longest:0.00} | {seconds:0} | {active:0} | {active * 2:0} |"));
}

/// <summary>The system's clock, moved on; its timers run as ever.</summary>
internal sealed class OffsetClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
