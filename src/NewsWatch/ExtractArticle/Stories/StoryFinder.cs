using Microsoft.Extensions.Options;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// Finds the article that carried a text first. A text is put on the index before the index is searched, and only what stands before it
/// counts: of two outlets that bring the same copy at once, one and only one follows the other.
/// </summary>
internal sealed class StoryFinder(
    StoryIndex index, StoryStore stories, ArticleStore articles, IOptions<ExtractArticleOptions> options)
{
    /// <summary>Looks for an earlier text near to <paramref name="content"/>'s; null where there is none, or it is too short to tell.</summary>
    public async Task<EarlierText?> FindAsync(Article article, ArticleContent content, CancellationToken cancellation)
    {
        if (content.Origin != TextOrigin.Page || content.Signature is null)
            return null;
        var line = new StoryLine(article.Id, Outlet(article.Address), content.Hash, content.Signature);
        var texts = await index.ReadAsync(options.Value.StoryDays, cancellation);
        if (!texts.Any(text => IsSame(text.Line, line)))
        {
            await index.AppendAsync(line, cancellation);
            texts = await index.ReadAsync(options.Value.StoryDays, cancellation);
        }
        var own = FindOwn(texts, line);
        if (FindNear(texts, own) is not { } near)
            return null;
        var first = texts[near].Line;
        return new(first.Article, await StoryOfAsync(texts, near, cancellation), first.Hash == line.Hash && first.Outlet == line.Outlet);
    }

    /// <summary>Makes an article and the one its text is near to sources of one story, known to both.</summary>
    public async Task JoinAsync(EarlierText earlier, Article article, ArticleContent content, CancellationToken cancellation)
    {
        var first = await articles.UpdateAsync(
            earlier.Article, found => found.Story is null ? found with { Story = earlier.Story } : found, cancellation);
        StorySource[] sources = first is null ? [Source(article, content)] : [Source(first, first.Content), Source(article, content)];
        await stories.AddAsync(earlier.Story, sources, cancellation);
    }

    /// <summary>The story an earlier text is in: as its article knows, else as the index will tell its article once it gets there.</summary>
    private async Task<string> StoryOfAsync(IReadOnlyList<IndexedText> texts, int position, CancellationToken cancellation)
    {
        while (true)
        {
            var id = texts[position].Line.Article;
            if ((await articles.ReadSoundAsync(id, cancellation))?.Story is { } story)
                return story;
            if (FindNear(texts, position) is not { } earlier)
                return id;
            position = earlier;
        }
    }

    private static int? FindNear(IReadOnlyList<IndexedText> texts, int own)
    {
        for (var earlier = 0; earlier < own; earlier++)
            if (texts[earlier].Line.Article != texts[own].Line.Article && texts[earlier].Signature.IsNear(texts[own].Signature))
                return earlier;
        return null;
    }

    private static int FindOwn(IReadOnlyList<IndexedText> texts, StoryLine line)
    {
        for (var position = 0; position < texts.Count; position++)
            if (IsSame(texts[position].Line, line))
                return position;
        throw new InvalidOperationException($"The story index does not give back the line just written for article {line.Article}.");
    }

    private static bool IsSame(StoryLine one, StoryLine other) => one.Article == other.Article && one.Hash == other.Hash;

    private static StorySource Source(Article article, ArticleContent? content) => new(
        article.Id,
        Outlet(article.Address),
        content?.Title ?? article.Mentions[0].Title,
        article.Address,
        content?.Published ?? article.Mentions[0].Published,
        content?.Agency);

    private static string Outlet(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
}

/// <summary>The text a later one is near to.</summary>
/// <param name="Article">Id of its article.</param>
/// <param name="Story">Id of the story it is or becomes part of.</param>
/// <param name="SameAtSameOutlet">Title and text are the very same and from the same host: not a reprint but the same article again.</param>
internal sealed record EarlierText(string Article, string Story, bool SameAtSameOutlet);
