using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.ExtractArticle;

namespace NewsWatch.ClassifyArticle;

/// <summary>Registers what this folder holds.</summary>
public static class ClassifyArticleServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:ClassifyArticle</c>.</summary>
    public static IServiceCollection AddClassifyArticle(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<AgreementClassifier>();
        services.AddSecondReader(configuration);
        services.TryAddSingleton<RuleReport>();
        services.TryAddSingleton<Rereader>();
        services.TryAddSingleton<IStage<ArticleExtracted>, ArticleClassifier>();
        return services;
    }
}
