using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.ExtractArticle.Documents;
using NewsWatch.ExtractArticle.Identity;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle;

/// <summary>Registers what this folder holds.</summary>
public static class ExtractArticleServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:ExtractArticle</c>.</summary>
    public static IServiceCollection AddExtractArticle(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ExtractArticleOptions>()
            .Bind(configuration.GetSection(ExtractArticleOptions.Section))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractArticleOptions>, ExtractArticleOptionsValidator>());
        services.TryAddSingleton<ReadPage>(PageReader.Read);
        services.TryAddSingleton<ReadingThreads>();
        services.TryAddSingleton<PageArchive>();
        services.TryAddSingleton<WarcExport>();
        services.TryAddSingleton<PdfReader>();
        services.TryAddSingleton<PageVisitor>();
        services.TryAddSingleton<ArticleVisitor>();
        services.TryAddSingleton<AddressClaims>();
        services.TryAddSingleton<Duplicates>();
        services.TryAddSingleton<StoryIndex>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOldDays, PagePacker>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOldDays, StoryIndex>(provider => provider.GetRequiredService<StoryIndex>()));
        services.TryAddSingleton<StoryStore>();
        services.TryAddSingleton<StoryFinder>();
        services.TryAddSingleton<IStage<ArticleFound>, ArticleExtractor>();
        return services;
    }
}
