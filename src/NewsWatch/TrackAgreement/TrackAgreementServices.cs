using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.ClassifyArticle;
using NewsWatch.TrackAgreement.Export;
using NewsWatch.TrackAgreement.Known;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.TrackAgreement;

/// <summary>Registers what this folder holds.</summary>
public static class TrackAgreementServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:TrackAgreement</c>.</summary>
    public static IServiceCollection AddTrackAgreement(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<TrackAgreementOptions>()
            .Bind(configuration.GetSection(TrackAgreementOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton<DossierStore>();
        services.TryAddSingleton<LedgerJournal>();
        services.TryAddSingleton<LedgerPageStore>();
        services.TryAddSingleton(KnownAgreements.Table);
        services.TryAddSingleton<KnownAgreementStore>();
        services.TryAddSingleton<LedgerWriter>();
        services.TryAddSingleton<DossierEditor>();
        services.TryAddSingleton<AgreementExport>();
        services.TryAddSingleton<DevelopmentList>();
        services.TryAddSingleton<IStage<ArticleFlagged>, AgreementTracker>();
        return services;
    }
}
