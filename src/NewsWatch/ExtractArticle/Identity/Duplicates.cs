using NewsWatch.PollFeeds;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Identity;

/// <summary>Ends an article as the duplicate of another, which gets its sources, and its text where it could read no page itself.</summary>
internal sealed class Duplicates(ArticleStore articles, IQueues queues, Journal journal, TimeProvider clock)
{
    private const int LongestChain = 8;

    /// <summary>
    /// The article that <paramref name="id"/> stands for once duplicates are followed; null where it is not stored or leads back to
    /// <paramref name="duplicate"/>, which then is a duplicate of nothing.
    /// </summary>
    public async Task<Article?> FindOriginalAsync(string duplicate, string id, CancellationToken cancellation)
    {
        var next = id;
        for (var step = 0; step < LongestChain && next != duplicate; step++)
        {
            var article = await articles.ReadAsync(next, cancellation);
            if (article?.State != ArticleState.Duplicate || article.DuplicateOf is null)
                return article;
            next = article.DuplicateOf;
        }
        return null;
    }

    /// <summary>Merges <paramref name="article"/> into <paramref name="original"/>: the original first, so that a crash repeats it and loses nothing.</summary>
    public async Task MergeAsync(Article article, Article original, ArticleReading reading, CancellationToken cancellation)
    {
        var merged = await articles.UpdateAsync(original.Id, found => GivePage(WithSources(found, article, reading.ReadFor), reading), cancellation);
        if (merged?.Content?.Page is { } page && page == reading.Content.Page)
            await SendExtractedAsync(merged, cancellation);
        var ended = await articles.UpdateAsync(
            article.Id, found => found with { State = ArticleState.Duplicate, DuplicateOf = original.Id, Reason = null }, cancellation);
        await RecordAsync(ended ?? article, cancellation);
    }

    /// <summary>Handles a further message for a duplicate: its original learns of the mention and, if that says something new, is read again.</summary>
    public async Task PassOnAsync(Article article, string fingerprint, CancellationToken cancellation)
    {
        if (article.DuplicateOf is { } id && await FindOriginalAsync(article.Id, id, cancellation) is { } original
            && !original.ReadFor.Contains(fingerprint))
        {
            await articles.UpdateAsync(original.Id, found => WithSources(found, article, []), cancellation);
            await queues.SendJsonAsync(
                Pipeline.ExtractArticle, new ArticleFound(original.Id, fingerprint), NewsWatchJson.Default.ArticleFound, cancellation);
        }
        await RecordAsync(article, cancellation);
    }

    /// <summary>The original with the duplicate's mentions; of a feed that has both, its own mention stays, as a feed is one source.</summary>
    private static Article WithSources(Article original, Article duplicate, IReadOnlyList<string> readFor) => original with
    {
        Mentions =
        [
            .. original.Mentions.Select(mine => duplicate.Mentions.FirstOrDefault(theirs => IsSame(mine, theirs)) ?? mine),
            .. duplicate.Mentions.Where(theirs => !original.Mentions.Any(mine => mine.Feed == theirs.Feed)),
        ],
        ReadFor = original.Content is null ? original.ReadFor : [.. original.ReadFor.Union(readFor)],
    };

    private static Article GivePage(Article original, ArticleReading reading)
        => original.Content is { Origin: TextOrigin.Feed } && reading.Content.Origin == TextOrigin.Page ? reading.ApplyTo(original) : original;

    private static bool IsSame(FeedMention one, FeedMention other) => one.Feed == other.Feed && one.Link == other.Link;

    private Task SendExtractedAsync(Article article, CancellationToken cancellation)
        => queues.SendJsonAsync(
            Pipeline.ClassifyArticle, new ArticleExtracted(article.Id, article.Content!.Hash), NewsWatchJson.Default.ArticleExtracted, cancellation);

    private Task RecordAsync(Article article, CancellationToken cancellation)
        => journal.AppendAsync(
            new(JournalKind.Outcome, clock.GetUtcNow(), article.Id, article.Mentions[0].Title, article.Address)
            {
                State = ArticleState.Duplicate,
                Reason = $"duplicate of {article.DuplicateOf}",
                Published = article.Mentions[0].Published,
                Site = article.Mentions[0].FeedTitle,
            },
            cancellation);
}
