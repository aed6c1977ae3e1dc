using System.Globalization;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>Kept pages as WARC records, each packed as a gzip member of its own so that readers can seek.</summary>
internal static class WarcPages
{
    private const int PackLevel = 6;

    /// <summary>What a file of them begins with.</summary>
    public static WarcRecord Info(string fileName, DateTimeOffset date)
    {
        var block = Fields(
            ("software", $"NewsWatch/{typeof(WarcPages).Assembly.GetName().Version?.ToString(3)}"),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("description", "News pages as fetched; bodies decompressed, the wire's own length and coding under x-crawler-"));
        return new("warcinfo", WarcRecord.IdOf($"{fileName} {date:O}"), date, "application/warc-fields", block)
        {
            Fields = [("WARC-Filename", fileName)],
        };
    }

    /// <summary>What came.</summary>
    public static WarcRecord Response(KeptPage page, ReadOnlySpan<byte> body, WarcRecord info)
        => new("response", WarcRecord.IdOf(NameOf(page)), page.FetchedAt, "application/http; msgtype=response", HttpBlock.Of(page, body))
        {
            Fields =
            [
                ("WARC-Target-URI", page.Address.AbsoluteUri),
                ("WARC-Payload-Digest", WarcDigest.Of(body)),
                ("WARC-Warcinfo-ID", $"<{info.Id}>"),
            ],
        };

    /// <summary>What is known of it besides; <paramref name="article"/> is null where it is gone.</summary>
    public static WarcRecord Metadata(KeptPage page, Article? article, WarcRecord response, WarcRecord info)
        => new("metadata", WarcRecord.IdOf(NameOf(page) + " metadata"), page.FetchedAt, "application/warc-fields", Fields(
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
                ("WARC-Concurrent-To", $"<{response.Id}>"),
                ("WARC-Warcinfo-ID", $"<{info.Id}>"),
            ],
        };

    /// <summary>A record's bytes as a gzip member.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> record) => Gzip.Pack(record, PackLevel);

    /// <summary>The same bytes may be fetched again another day, and are then another record.</summary>
    private static string NameOf(KeptPage page) => $"{page.Blob} {page.FetchedAt.UtcDateTime:O}";

    private static byte[] Fields(params (string Name, string? Value)[] fields)
        => Encoding.UTF8.GetBytes(string.Concat(
            fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {WarcRecord.OneLine(field.Value!)}\r\n")));
}
