using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Fetching;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle.Archive;

public sealed class WarcExportTests : IDisposable
{
    private readonly ExtractArticleBench bench = new();

    [Fact]
    public async Task A_page_is_a_response_and_a_metadata_record_that_tell_exactly_what_came()
    {
        var body = Encoding.UTF8.GetBytes("<html><body>Minister meldet: Gespräche.\r\n\r\nEnde.</body></html>");
        var address = new Uri("https://news.example/talks?id=1");
        await KeepAsync("a1", "https://news.example/short", body, new()
        {
            ["content-type"] = "text/html; charset=utf-8",
            ["content-encoding"] = "br",
            ["content-length"] = "12",
            ["transfer-encoding"] = "chunked",
            ["x-odd"] = "one\r\ntwo",
        });
        var (summary, records) = await ExportAsync(null);

        Assert.Equal(new WarcSummary(1, 3, 0), summary);
        Assert.Equal(["warcinfo", "response", "metadata"], records.Select(record => record["WARC-Type"]));
        var (info, response, metadata) = (records[0], records[1], records[2]);
        Assert.Equal("pages.warc.gz", info["WARC-Filename"]);
        Assert.Contains("format: WARC File Format 1.1\r\n", info.Text, StringComparison.Ordinal);
        Assert.Equal(address.AbsoluteUri, response["WARC-Target-URI"]);
        Assert.Equal("2026-03-04T05:06:07Z", response["WARC-Date"]);
        Assert.Equal("application/http; msgtype=response", response["Content-Type"]);
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nx-crawler-content-encoding: br\r\nx-crawler-content-length: 12\r\ncontent-type: text/html; charset=utf-8\r\n"
            + $"x-crawler-transfer-encoding: chunked\r\nx-odd: one  two\r\ncontent-length: {body.Length}\r\n\r\n" + Encoding.UTF8.GetString(body),
            response.Text);
        Assert.Equal(response["WARC-Record-ID"], metadata["WARC-Concurrent-To"]);
        Assert.Contains("requested: https://news.example/short\r\n", metadata.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_ids_and_dates_are_right_for_every_record()
    {
        for (var number = 0; number < 5; number++)
            await KeepAsync($"a{number}", $"https://news.example/{number}", RandomNumberGenerator.GetBytes(10_000 * number), new() { ["content-type"] = "text/html" });
        var (summary, records) = await ExportAsync(null);
        Assert.Equal((5, 11, 11), (summary.Pages, summary.Records, records.Count));
        Assert.Equal(11, records.Select(record => record["WARC-Record-ID"]).Distinct().Count());
        foreach (var record in records)
        {
            Assert.Equal(Digest(record.Block), record["WARC-Block-Digest"]);
            Assert.Matches("^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$", record["WARC-Record-ID"]);
            Assert.True(DateTime.TryParseExact(record["WARC-Date"], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            if (record["WARC-Type"] != "warcinfo")
                Assert.Equal(records[0]["WARC-Record-ID"], record["WARC-Warcinfo-ID"]);
            if (record["WARC-Type"] == "response")
                Assert.Equal(Digest(record.Block[(record.Block.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..]), record["WARC-Payload-Digest"]);
        }
    }

    [Fact]
    public async Task Since_leaves_out_what_was_fetched_before()
    {
        await KeepAsync("old", "https://news.example/1", "old"u8.ToArray(), []);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        await KeepAsync("new", "https://news.example/2", "new"u8.ToArray(), []);
        Assert.Equal(1, (await ExportAsync(bench.Clock.GetUtcNow().AddDays(-1))).Summary.Pages);
    }

    [Fact]
    public async Task A_page_whose_body_is_gone_is_counted_and_the_rest_exported()
    {
        await KeepAsync("a", "https://news.example/1", "one"u8.ToArray(), []);
        await KeepAsync("b", "https://news.example/2", "two"u8.ToArray(), []);
        await bench.Blobs.DeleteAsync(bench.Blobs.Names.First(name => name.EndsWith(".gz", StringComparison.Ordinal)), default);
        Assert.Equal(new WarcSummary(1, 3, 1), (await ExportAsync(null)).Summary);
    }

    [Fact]
    public async Task An_empty_archive_is_a_file_that_says_so()
        => Assert.Equal(["warcinfo"], (await ExportAsync(null)).Records.Select(record => record["WARC-Type"]));

    [Fact]
    public async Task The_same_archive_gives_the_same_records_again()
    {
        await KeepAsync("a", "https://news.example/1", "one"u8.ToArray(), []);
        var (first, second) = (await ExportAsync(null), await ExportAsync(null));
        Assert.Equal(first.Records.Select(record => record["WARC-Record-ID"]), second.Records.Select(record => record["WARC-Record-ID"]));
    }

    [Fact]
    public async Task A_kept_page_gives_back_its_bytes_and_the_same_bytes_are_kept_once()
    {
        var body = RandomNumberGenerator.GetBytes(100_000);
        var first = await KeepAsync("a", "https://news.example/1", body, []);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var again = await KeepAsync("a", "https://news.example/1", body, []);
        Assert.Equal(first.FetchedAt, again.FetchedAt);
        Assert.Equal(2, bench.Blobs.Names.Count);
        Assert.Equal(body, (await bench.Get<PageArchive>().ReadAsync(first, default))!.Value.ToArray());
        Assert.Equal($"pages/a/{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}.html.gz", first.Blob);
    }

    private Task<KeptPage> KeepAsync(string article, string requested, byte[] body, Dictionary<string, string> headers)
    {
        var final = requested.EndsWith("short", StringComparison.Ordinal) ? new Uri("https://news.example/talks?id=1") : new(requested);
        return bench.Get<PageArchive>().KeepAsync(article, new(requested), new FetchResult.Fetched(final, final, 200, headers, body), default);
    }

    private async Task<(WarcSummary Summary, List<WarcFile.Record> Records)> ExportAsync(DateTimeOffset? since)
    {
        using var file = new MemoryStream();
        var summary = await bench.Get<WarcExport>().WriteAsync("pages.warc.gz", since, file, default);
        return (summary, WarcFile.Read(file.ToArray()));
    }

    /// <summary>Base 32 by its definition, apart from the code under test.</summary>
    private static string Digest(byte[] bytes)
    {
        var bits = string.Concat(SHA256.HashData(bytes).Select(octet => octet.ToString("b8", CultureInfo.InvariantCulture))).PadRight(260, '0');
        return "sha256:" + string.Concat(Enumerable.Range(0, 52).Select(digit => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(bits.Substring(digit * 5, 5), 2)])) + "====";
    }

    public void Dispose() => bench.Dispose();
}
