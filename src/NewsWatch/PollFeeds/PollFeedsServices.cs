using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Addresses;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.PollFeeds;

/// <summary>Registers what this folder holds.</summary>
public static class PollFeedsServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:PollFeeds</c>.</summary>
    public static IServiceCollection AddPollFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<PollFeedsOptions>()
            .Bind(configuration.GetSection(PollFeedsOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PollFeedsOptions>, PollFeedsOptionsValidator>());
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<FeedParser>();
        services.TryAddSingleton<WatchListStore>();
        services.TryAddSingleton<FeedStates>();
        services.TryAddSingleton<UnfinishedReadings>();
        services.TryAddSingleton<ListPageReader>();
        services.TryAddSingleton<SitemapReader>();
        services.TryAddSingleton<SourceReader>();
        services.TryAddSingleton<LinkResolver>();
        services.TryAddSingleton<FeedVisitor>();
        services.TryAddSingleton<FeedSchedule>();
        services.TryAddSingleton<FeedJudge>();
        services.TryAddSingleton<EntryIntake>();
        services.TryAddSingleton<HealthNotices>();
        services.TryAddSingleton<FeedTurn>();
        services.TryAddSingleton<PipelineGauges>();
        services.TryAddSingleton(provider => new FeedPoller(
            provider.GetRequiredService<WatchListStore>(),
            provider.GetRequiredService<FeedStates>(),
            provider.GetRequiredService<FeedTurn>(),
            provider.GetRequiredService<FeedSchedule>(),
            provider.GetRequiredService<IQueues>(),
            provider.GetRequiredService<IOptions<PollFeedsOptions>>(),
            provider.GetRequiredService<PipelineGauges>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FeedPoller>>()));
        services.TryAddSingleton<IStage<FeedsDue>, FeedBatchPoller>();
        services.TryAddSingleton(provider => new FeedDiscovery(
            provider.GetRequiredService<IFetcher>(),
            provider.GetRequiredService<SourceReader>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new FeedChecker(
            provider.GetRequiredService<FeedVisitor>(), provider.GetRequiredService<FeedJudge>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
