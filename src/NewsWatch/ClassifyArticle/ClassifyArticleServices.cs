using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.ClassifyArticle;

/// <summary>Registers what this folder holds.</summary>
public static class ClassifyArticleServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:ClassifyArticle</c>.</summary>
    public static IServiceCollection AddClassifyArticle(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
