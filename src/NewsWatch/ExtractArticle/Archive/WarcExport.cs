namespace NewsWatch.ExtractArticle.Archive;

/// <summary>Writes the archive as WARC 1.1, each record a gzip member of its own so that readers can seek.</summary>
public sealed class WarcExport(PageArchive archive, ArticleStore articles, TimeProvider clock)
{
    /// <summary>Writes a warcinfo record, then a response and a metadata record a page.</summary>
    /// <param name="fileName">Name the file will have, for its own description.</param>
    /// <param name="since">Leaves out pages fetched before; null for all.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="cancellation">Stops between records.</param>
    public Task<WarcSummary> WriteAsync(string fileName, DateTimeOffset? since, Stream output, CancellationToken cancellation)
        => WriteAsync(fileName, since, output, () => { }, cancellation);

    /// <summary>
    /// As <see cref="WriteAsync(string, DateTimeOffset?, Stream, CancellationToken)"/>, and calls <paramref name="done"/> after each page.
    /// </summary>
    public async Task<WarcSummary> WriteAsync(
        string fileName, DateTimeOffset? since, Stream output, Action done, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(done);
        var info = WarcPages.Info(fileName, clock.GetUtcNow());
        await WriteAsync(info, output, cancellation);
        int pages = 0, missing = 0;
        await foreach (var page in archive.ListAsync(cancellation))
        {
            if (page.FetchedAt < since)
                continue;
            if (await archive.ReadAsync(page, cancellation) is not { } body)
            {
                missing++;
                continue;
            }
            var response = WarcPages.Response(page, body.Span, info);
            await WriteAsync(response, output, cancellation);
            var article = await articles.ReadSoundAsync(page.Article, cancellation);
            await WriteAsync(WarcPages.Metadata(page, article, response, info), output, cancellation);
            pages++;
            done();
        }
        return new(pages, 1 + (2 * pages), missing);
    }

    private static async Task WriteAsync(WarcRecord record, Stream output, CancellationToken cancellation)
        => await output.WriteAsync(WarcPages.Pack(record.ToBytes()), cancellation);
}

/// <summary>What an export wrote.</summary>
/// <param name="Pages">Pages, each a response and a metadata record.</param>
/// <param name="Records">All records, the file's description among them.</param>
/// <param name="Missing">Pages left out because their body is no longer stored.</param>
public sealed record WarcSummary(int Pages, int Records, int Missing);
