using System.IO.Compression;
using System.Text;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

/// <summary>Bodies that are not what their Content-Encoding says.</summary>
public sealed class MislabelledBodyTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("<rss><channel><title>Wire</title></channel></rss>");

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static TheoryData<string?, byte[]> Bodies => new()
    {
        { null, Gzip(Text) },
        { "identity", Gzip(Text) },
        { "gzip", Gzip(Gzip(Text)) },
        { "br", Gzip(Text) },
        { "deflate", Gzip(Text) },
        { "gzip", Text },
        { "br", Text },
        { "deflate", Text },
        { "UTF-8", Text },
        { "none", Text },
        { "binary", Gzip(Text) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_first_bytes_tell_what_a_body_is(string? coding, byte[] body)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (coding is not null)
                context.Response.Headers.ContentEncoding = coding;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/feed.xml.gz")));
        Assert.Equal(Encoding.UTF8.GetString(Text), Encoding.UTF8.GetString(fetched.Body.Span));
    }

    [Fact]
    public async Task Gzip_in_gzip_in_gzip_in_gzip_is_not_unpacked_for_ever()
    {
        var body = Gzip(Gzip(Gzip(Gzip(Text))));
        await using var server = await LoopbackServer.StartAsync(context => context.Response.Body.WriteAsync(body).AsTask());
        Assert.Equal(0x1F, Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/"))).Body.Span[0]);
    }
}
