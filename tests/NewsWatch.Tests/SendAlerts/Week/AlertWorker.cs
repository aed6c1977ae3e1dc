using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli.Hosting;
using NewsWatch.Delivering;
using NewsWatch.Fetching;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts.Week;

/// <summary>The alerts' part of a host as a program of its own: works its queue and its rounds over a folder until it is killed.</summary>
internal static class AlertWorker
{
    public const string Verb = "send-alerts-until-killed";
    public const string SettingsFile = "settings.json";

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(string folder)
    {
        await using var services = Services(folder);
        var queues = services.GetRequiredService<IQueues>();
        await LocalStorageServices.ReclaimAsync(services, default);
        var pump = new QueuePump(
            services.GetRequiredService<IQueueStage>(),
            queues,
            new(),
            new(TimeProvider.System),
            services.GetRequiredService<TimeProvider>(),
            NullLogger<QueuePump>.Instance);
        var working = pump.RunAsync(PumpOptions.OnePass, default);
        Console.WriteLine("working");
        while (!working.IsCompleted)
        {
            await Task.Delay(Round, TimeProvider.System, default);
            await services.GetRequiredService<NoticeRound>().GoAsync(passIsDone: false, watchesPolls: false, default);
        }
        await working;
        return 1;
    }

    /// <summary>The services over a folder; the script uses them too, to see what the worker has done.</summary>
    public static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, SettingsFile)).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ScriptedClock(folder))
            .AddLocalStorage(folder)
            .AddSingleton<ArticleStore>()
            .AddSingleton<Journal>().AddSingleton<DamagedRecords>()
            .AddFetching(configuration)
            .AddClassifyArticle(configuration)
            .AddTrackAgreement(configuration)
            .AddNotices(configuration)
            .AddNotifyOperator(configuration)
            .AddQueueStage(Pipeline.SendAlerts, NewsWatchJson.Default.Development)
            .AddSendAlerts(configuration)
            .BuildServiceProvider();
    }
}
