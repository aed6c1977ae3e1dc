using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsWatch.DecideArticle;

/// <summary>Registers what this folder holds.</summary>
public static class DecideArticleServices
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddDecideArticle(this IServiceCollection services)
    {
        services.TryAddSingleton<ArticleDecider>();
        services.TryAddSingleton<ArticleNotes>();
        return services;
    }
}
