using NewsWatch.Storage;

namespace NewsWatch.Articles;

/// <summary>Articles, one blob each: <c>articles/{id}.json</c>.</summary>
public sealed class ArticleStore(IBlobs blobs, DamagedRecords damaged)
{
    private const string Prefix = "articles/";

    /// <summary>Reads an article; null where there is none.</summary>
    public Task<Article?> ReadAsync(string id, CancellationToken cancellation)
        => blobs.ReadJsonAsync(Name(id), NewsWatchJson.Default.Article, cancellation);

    /// <summary>Reads an article that is to be changed; null where there is none.</summary>
    public Task<Seen<Article>?> SeeAsync(string id, CancellationToken cancellation)
        => blobs.SeeJsonAsync(Name(id), NewsWatchJson.Default.Article, cancellation);

    /// <summary>
    /// Changes an article as it was seen, and reads it again only where another writer came between: <paramref name="change"/> may then run
    /// again.
    /// </summary>
    /// <returns>The article after the change; null where there is none any more.</returns>
    public Task<Article?> UpdateAsync(Seen<Article> seen, Func<Article, Article> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return blobs.UpdateJsonAsync(
            Name(seen.Record.Id), seen, article => article is null ? null : change(article), NewsWatchJson.Default.Article, cancellation);
    }

    /// <summary>Reads one article of many; null where there is none, or it is damaged, which is noted.</summary>
    public Task<Article?> ReadSoundAsync(string id, CancellationToken cancellation)
        => blobs.ReadSoundJsonAsync(Name(id), NewsWatchJson.Default.Article, damaged, cancellation);

    /// <summary>Stores a new article; false where it is stored already.</summary>
    public Task<bool> CreateAsync(Article article, CancellationToken cancellation)
        => blobs.CreateJsonAsync(Name(article.Id), article, NewsWatchJson.Default.Article, cancellation);

    /// <summary>Changes a stored article; <paramref name="change"/> may run again when another writer came between.</summary>
    /// <returns>The article after the change; null where there is none.</returns>
    public Task<Article?> UpdateAsync(string id, Func<Article, Article> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(
            Name(id), article => article is null ? null : change(article), NewsWatchJson.Default.Article, cancellation);

    /// <summary>Ids of all stored articles, in ordinal order.</summary>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellation) => blobs.ListIdsAsync(Prefix, damaged, cancellation);

    private static string Name(string id) => $"{Prefix}{id}.json";
}
