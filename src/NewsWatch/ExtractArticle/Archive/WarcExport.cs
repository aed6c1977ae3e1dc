using System.Globalization;
using System.IO.Compression;
using System.Text;

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
        var info = Info(fileName);
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
            var response = Response(page, body.Span, info.Id);
            await WriteAsync(response, output, cancellation);
            var article = await articles.ReadSoundAsync(page.Article, cancellation);
            await WriteAsync(Metadata(page, article, response.Id, info.Id), output, cancellation);
            pages++;
            done();
        }
        return new(pages, 1 + (2 * pages), missing);
    }

    private WarcRecord Info(string fileName)
    {
        var now = clock.GetUtcNow();
        var block = Fields(
            ("software", $"NewsWatch/{typeof(WarcExport).Assembly.GetName().Version?.ToString(3)}"),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("description", "News pages as fetched; bodies decompressed, the wire's own length and coding under x-crawler-"));
        return new("warcinfo", WarcRecord.IdOf($"{fileName} {now:O}"), now, "application/warc-fields", block)
        {
            Fields = [("WARC-Filename", fileName)],
        };
    }

    private static WarcRecord Response(KeptPage page, ReadOnlySpan<byte> body, Uri info)
        => new("response", WarcRecord.IdOf(page.Blob), page.FetchedAt, "application/http; msgtype=response", HttpBlock.Of(page, body))
        {
            Fields =
            [
                ("WARC-Target-URI", page.Address.AbsoluteUri),
                ("WARC-Payload-Digest", WarcDigest.Of(body)),
                ("WARC-Warcinfo-ID", $"<{info}>"),
            ],
        };

    private static WarcRecord Metadata(KeptPage page, Article? article, Uri response, Uri info)
        => new("metadata", WarcRecord.IdOf(page.Blob + " metadata"), page.FetchedAt, "application/warc-fields", Fields(
            ("via", article?.Mentions[0].Link.AbsoluteUri),
            ("requested", page.Requested.AbsoluteUri),
            ("article", page.Article),
            ("title", article?.Content?.Title ?? article?.Mentions[0].Title),
            ("language", article?.Content?.Language),
            ("published", article?.Content?.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))))
        {
            Fields =
            [
                ("WARC-Target-URI", page.Address.AbsoluteUri),
                ("WARC-Concurrent-To", $"<{response}>"),
                ("WARC-Warcinfo-ID", $"<{info}>"),
            ],
        };

    private static byte[] Fields(params (string Name, string? Value)[] fields)
        => Encoding.UTF8.GetBytes(string.Concat(
            fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {WarcRecord.OneLine(field.Value!)}\r\n")));

    private static async Task WriteAsync(WarcRecord record, Stream output, CancellationToken cancellation)
    {
        await using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await gzip.WriteAsync(record.ToBytes(), cancellation);
    }
}

/// <summary>What an export wrote.</summary>
/// <param name="Pages">Pages, each a response and a metadata record.</param>
/// <param name="Records">All records, the file's description among them.</param>
/// <param name="Missing">Pages left out because their body is no longer stored.</param>
public sealed record WarcSummary(int Pages, int Records, int Missing);
