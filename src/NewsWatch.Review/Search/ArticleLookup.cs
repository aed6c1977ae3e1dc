using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Primitives;
using NewsWatch.Review.Health;
using NewsWatch.Storage;

namespace NewsWatch.Review.Search;

/// <summary>The site's search for who has no request: articles one by one, as <c>/api/articles</c> lists them.</summary>
public sealed class ArticleLookup
{
    private readonly ArticleSearch search;
    private readonly ReviewIndex index;
    private readonly TimeProvider time;

    internal ArticleLookup(ArticleSearch search, ReviewIndex index, TimeProvider time)
    {
        this.search = search;
        this.index = index;
        this.time = time;
    }

    /// <summary>Finds articles, once the index has all that is stored.</summary>
    /// <param name="text">Words, <c>"phrases"</c>, <c>begin*</c>, <c>-without</c> and filters such as <c>party:japan</c>; empty for every
    /// article.</param>
    /// <param name="tab">The part of the inbox to look in.</param>
    /// <param name="most">Most articles to give, at least 1.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<FoundArticles> FindAsync(string text, InboxTab tab, int most, CancellationToken cancellation)
    {
        var query = SearchQuery.Of(
            new QueryCollection(new Dictionary<string, StringValues> { ["q"] = text, ["tab"] = WireName.Of(tab) }), time.GetUtcNow());
        if (query.Faults.Count > 0)
            return new([], 0, query.Faults);
        await index.FollowAsync(Timeout.InfiniteTimeSpan, cancellation);
        var total = 0;
        var rows = await search.CutAsync(query, byArticle: true, Newest, cancellation);
        return new([.. rows.Select(row => row.Lead)], total, []);

        IReadOnlyList<RowKey> Newest(IReadOnlyList<RowKey> all)
        {
            total = all.Count;
            return [.. all.Take(most)];
        }
    }
}

/// <summary>What a search found.</summary>
/// <param name="Articles">Published last first, no more than were asked for.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Faults">What is asked for and nothing can be, a line each; nothing was looked for then.</param>
public sealed record FoundArticles(IReadOnlyList<InboxArticle> Articles, int Total, IReadOnlyList<string> Faults);

/// <summary>Registers the search and the counts without the site.</summary>
public static class ArticleLookupServices
{
    /// <summary>Adds <see cref="ArticleLookup"/> and <see cref="EntryCounts"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="indexFolder">Folder of the index, made at the first search or count.</param>
    public static IServiceCollection AddArticleLookup(this IServiceCollection services, string indexFolder)
    {
        services.AddOptions<ReviewOptions>().PostConfigure(options => options.IndexFolder ??= indexFolder);
        services.TryAddSingleton<ReviewIndex>();
        services.TryAddSingleton<IndexSnapshot>();
        services.TryAddSingleton<ArticleSearch>();
        services.TryAddSingleton(provider => new ArticleLookup(
            provider.GetRequiredService<ArticleSearch>(),
            provider.GetRequiredService<ReviewIndex>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddEntryCounts();
    }

    internal static IServiceCollection AddEntryCounts(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new EntryCounts(
            provider.GetRequiredService<ReviewIndex>(),
            provider.GetRequiredService<Journal>(),
            provider.GetRequiredService<DamagedRecords>()));
        return services;
    }
}
