using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

/// <summary>Compressed bodies that end too early: what was decoded up to there is a beginning, and must not pass for the whole.</summary>
public sealed class TruncatedBodyTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 4000).Select(number => $"<p>Paragraph {number * 7919}</p>")));

    [Theory]
    [InlineData("gzip", 0.3)]
    [InlineData("gzip", 0.99)]
    [InlineData("br", 0.3)]
    [InlineData("br", 0.99)]
    [InlineData("deflate", 0.3)]
    [InlineData("deflate", 0.99)]
    [InlineData("bare deflate", 0.3)]
    [InlineData("bare deflate", 0.99)]
    public async Task A_compressed_body_that_breaks_off_is_no_body(string coding, double share)
    {
        var whole = Pack(coding);
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(coding, whole[..(int)(whole.Length * share)]));
        Assert.Contains("ends in the middle of its compression", failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("gzip", 20)]
    [InlineData("br", 0)]
    [InlineData("br", 20)]
    [InlineData("deflate", 0)]
    [InlineData("deflate", 20)]
    [InlineData("bare deflate", 0)]
    [InlineData("bare deflate", 20)]
    public async Task A_body_that_ends_as_it_should_or_a_little_later_is_whole(string coding, int after)
    {
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync(coding, [.. Pack(coding), .. new byte[after]]));
        Assert.Equal(Page, fetched.Body.ToArray());
    }

    [Theory]
    [InlineData("gzip", 4)]
    [InlineData("gzip", 8)]
    [InlineData("deflate", 4)]
    public async Task A_body_that_lacks_the_checksum_after_its_text_is_whole(string coding, int missing)
    {
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync(coding, Pack(coding)[..^missing]));
        Assert.Equal(Page, fetched.Body.ToArray());
    }

    [Fact]
    public async Task Gzip_with_every_field_in_its_header_is_whole_without_its_checksum()
    {
        var plain = Pack("gzip");
        // Extra field of three bytes, a name, a comment, a checksum of the header (RFC 1952, 2.3.1).
        byte[] header = [.. plain[..3], 2 | 4 | 8 | 16, .. plain[4..10], 3, 0, 1, 2, 3, (byte)'a', 0, (byte)'b', 0];
        var checksum = Crc32.HashToUInt32(header) & 0xFFFF;
        byte[] packed = [.. header, (byte)checksum, (byte)(checksum >> 8), .. plain[10..^8]];
        Assert.Equal(Page, Assert.IsType<FetchResult.Fetched>(await FetchAsync("gzip", packed)).Body.ToArray());
    }

    [Fact]
    public async Task Several_members_of_gzip_are_one_body()
        => Assert.Equal(
            Page.Length * 2, Assert.IsType<FetchResult.Fetched>(await FetchAsync("gzip", [.. Pack("gzip"), .. Pack("gzip")])).Body.Length);

    private static byte[] Pack(string coding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            "bare deflate" => new DeflateStream(packed, CompressionLevel.Fastest),
            _ => new GZipStream(packed, CompressionLevel.Fastest),
        })
            packer.Write(Page);
        return packed.ToArray();
    }

    private static async Task<FetchResult> FetchAsync(string coding, byte[] body)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = coding.Replace("bare ", "", StringComparison.Ordinal);
            context.Response.ContentType = "text/html";
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        return await Fetchers.FetchAsync(server.At("/page"));
    }
}
