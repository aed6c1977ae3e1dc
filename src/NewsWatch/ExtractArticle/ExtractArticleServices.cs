using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.ExtractArticle;

/// <summary>Registers what this folder holds.</summary>
public static class ExtractArticleServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:ExtractArticle</c>.</summary>
    public static IServiceCollection AddExtractArticle(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
