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
        var (texts, own) = await FindOwnAsync(line, cancellation);
        if (texts.FindNear(own) is not { } near)
            return null;
        var first = texts[near];
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
    private async Task<string> StoryOfAsync(StoryTexts texts, int position, CancellationToken cancellation)
    {
        while (true)
        {
            var id = texts[position].Article;
            if ((await articles.ReadSoundAsync(id, cancellation))?.Story is { } story)
                return story;
            if (texts.FindNear(position) is not { } earlier)
                return id;
            position = earlier;
        }
    }

    /// <summary>Sees that a line is on the index.</summary>
    private async Task<(StoryTexts Texts, int Own)> FindOwnAsync(StoryLine line, CancellationToken cancellation)
    {
        // A message that comes again mostly comes to the same process: whether its line is there need not be read once more for every new one.
        var texts = index.Known(options.Value.StoryDays) ?? await index.ReadAsync(options.Value.StoryDays, cancellation);
        if (texts.Find(line) is { } known)
            return (texts, known);
        await index.AppendAsync(line, cancellation);
        texts = await index.ReadAsync(options.Value.StoryDays, cancellation);
        if (texts.Find(line) is { } written)
            return (texts, written);
        index.Forget();
        texts = await index.ReadAsync(options.Value.StoryDays, cancellation);
        return (texts, texts.Find(line)
            ?? throw new InvalidOperationException($"The story index does not give back the line just written for article {line.Article}."));
    }

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
