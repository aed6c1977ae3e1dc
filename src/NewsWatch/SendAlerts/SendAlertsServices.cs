using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.Poison;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Registers what this folder holds.</summary>
public static class SendAlertsServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:SendAlerts</c>.</summary>
    public static IServiceCollection AddSendAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SendAlertsOptions>().Bind(configuration.GetSection(SendAlertsOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendAlertsOptions>, SendAlertsOptionsValidator>());
        services.TryAddSingleton<CheckStore>();
        services.TryAddSingleton<DoubtedStore>();
        services.TryAddSingleton(provider => new DevelopmentConfirmer(
            provider.GetRequiredService<DossierStore>(),
            provider.GetRequiredService<ArticleStore>(),
            provider.GetRequiredService<Journal>(),
            provider.GetRequiredService<DevelopmentReader>(),
            provider.GetRequiredService<CheckStore>(),
            provider.GetRequiredService<DoubtedStore>(),
            provider.GetRequiredService<NoticeSender>(),
            provider.GetRequiredService<IQueues>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DevelopmentConfirmer>>()));
        services.TryAddSingleton<AlertComposer>();
        services.TryAddSingleton<AlertHistory>();
        services.TryAddSingleton<AlertRetry>();
        services.TryAddSingleton<OutgoingStore>();
        services.TryAddSingleton<OutboxStore>();
        services.TryAddSingleton<FirstPassStore>();
        services.TryAddSingleton<AlertPlans>();
        services.TryAddSingleton<AlertLag>();
        services.TryAddSingleton<IStage<Development>>(provider => new AlertSender(
            provider.GetRequiredService<DevelopmentConfirmer>(),
            provider.GetRequiredService<AlertComposer>(),
            provider.GetRequiredService<OutgoingStore>(),
            provider.GetRequiredService<AlertPlans>(),
            provider.GetRequiredService<NoticeSender>(),
            provider.GetRequiredService<OperatorDesk>(),
            provider.GetRequiredService<AlertLag>(),
            provider.GetRequiredService<IQueues>(),
            provider.GetRequiredService<PoisonDesk>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AlertSender>>()));
        services.TryAddSingleton(provider => new DigestSender(
            provider.GetRequiredService<OutboxStore>(),
            provider.GetRequiredService<FirstPassStore>(),
            provider.GetRequiredService<AlertComposer>(),
            provider.GetRequiredService<NoticeSender>(),
            provider.GetRequiredService<OperatorDesk>(),
            provider.GetRequiredService<IQueues>(),
            provider.GetRequiredService<PoisonDesk>(),
            provider.GetRequiredService<IOptions<SendAlertsOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DigestSender>>()));
        services.TryAddSingleton<PipelineGauges>();
        services.TryAddSingleton<NoticeRound>();
        return services;
    }
}
