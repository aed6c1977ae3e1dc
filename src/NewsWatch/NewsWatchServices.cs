using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.ClassifyArticle;
using NewsWatch.CompactStore;
using NewsWatch.DecideArticle;
using NewsWatch.Delivering;
using NewsWatch.ExtractArticle;
using NewsWatch.Fetching;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;
using NewsWatch.VerifyStore;

namespace NewsWatch;

/// <summary>Registers the stages. The host adds the stores (<see cref="IBlobs"/>, <see cref="IQueues"/>) beside them.</summary>
public static class NewsWatchServices
{
    /// <summary>Adds every stage; options come from section <c>NewsWatch</c>.</summary>
    public static IServiceCollection AddNewsWatch(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DamagedRecords>();
        services.TryAddSingleton<PipelineGauges>();
        services.TryAddSingleton<Heartbeats>();
        services.AddOptions<TelemetryOptions>()
            .Bind(configuration.GetSection(TelemetryOptions.Section))
            .Validate(
                options => options.MetricsToken is null or { Length: >= 20 },
                $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.MetricsToken)} must have 20 characters at least.")
            .ValidateOnStart();
        services.TryAddSingleton<ArticleStore>();
        services.TryAddSingleton<Journal>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOldDays, Journal>(provider => provider.GetRequiredService<Journal>()));
        return services
            .AddSettingsOf(typeof(NewsWatchServices).Assembly)
            .AddSettingsCheck(configuration)
            .AddFetching(configuration)
            .AddPollFeeds(configuration)
            .AddExtractArticle(configuration)
            .AddClassifyArticle(configuration)
            .AddTrackAgreement(configuration)
            .AddNotices(configuration)
            .AddNotifyOperator(configuration)
            .AddPoison()
            .AddQueueStages()
            .AddSendAlerts(configuration)
            .AddDecideArticle()
            .AddVerifyStore()
            .AddCompactStore();
    }
}
