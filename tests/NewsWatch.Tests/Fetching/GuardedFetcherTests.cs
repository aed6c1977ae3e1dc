using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

public sealed class GuardedFetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_headers_and_the_request_says_who_asks()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.Append("X-Twice", new(["a", "b"]));
            return context.Response.WriteAsync("<p>Grüße</p>");
        });
        var fetched = Assert.IsType<FetchResult.Fetched>(
            await Fetchers.FetchAsync(server.At("/page"), ("Contact", "https://watch.example/about")));
        Assert.Equal("<p>Grüße</p>", Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal((200, server.At("/page"), server.At("/page")), (fetched.Status, fetched.Address, fetched.PermanentAddress));
        Assert.Equal("text/html; charset=utf-8", fetched.Headers["content-type"]);
        Assert.Equal("\"1\"", fetched.Headers["etag"]);
        Assert.Equal("a, b", fetched.Headers["x-twice"]);
        Assert.Equal("NewsWatch/0.1 (+https://watch.example/about)", server.LastHeaders.UserAgent);
    }

    [Fact]
    public async Task Validators_are_sent_and_what_is_current_is_not_modified()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "W/\"7\"" ? 304 : 200;
            context.Response.Headers.ETag = "W/\"7\"";
            return Task.CompletedTask;
        });
        await using var services = Fetchers.Services();
        var request = new FetchRequest(server.At("/feed")) { ETag = "W/\"7\"", LastModified = "Tue, 03 Mar 2026 10:00:00 GMT", ObeyRobots = false };
        var unchanged = Assert.IsType<FetchResult.NotModified>(await services.GetRequiredService<IFetcher>().FetchAsync(request, default));
        Assert.Equal("W/\"7\"", unchanged.Headers["etag"]);
        Assert.Equal("Tue, 03 Mar 2026 10:00:00 GMT", server.LastHeaders.IfModifiedSince);
    }

    [Fact]
    public async Task A_validator_in_letters_that_no_header_can_be_sent_in_is_not_sent()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("news"));
        await using var services = Fetchers.Services();
        var request = new FetchRequest(server.At("/feed")) { ETag = "\"é\"", ObeyRobots = false };
        Assert.IsType<FetchResult.Fetched>(await services.GetRequiredService<IFetcher>().FetchAsync(request, default));
        Assert.Empty(server.LastHeaders.IfNoneMatch.ToString());
    }

    public static TheoryData<string> AddressesNoOneCanAsk => new()
    {
        "http://ä-.example.com/",
        $"http://{new string('é', 80)}.com/",
        $"https://news.example/{new string('a', 8_000)}",
    };

    [Theory]
    [MemberData(nameof(AddressesNoOneCanAsk))]
    public async Task An_address_that_cannot_be_asked_is_refused(string address)
    {
        await using var services = Fetchers.Services();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new(new Uri(address)), default);
        Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task Validators_go_to_the_address_that_gave_them_and_to_no_other()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/old")
                context.Response.Redirect("/new");
            return context.Response.WriteAsync(context.Request.Headers.IfNoneMatch.ToString());
        });
        await using var services = Fetchers.Services();
        var fetcher = services.GetRequiredService<IFetcher>();
        var request = new FetchRequest(server.At("/old")) { ETag = "\"1\"", ObeyRobots = false };
        var fetched = Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(request, default));
        Assert.Equal("", Encoding.UTF8.GetString(fetched.Body.Span));
        fetched = Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(request with { ValidatorsFrom = server.At("/new") }, default));
        Assert.Equal("\"1\"", Encoding.UTF8.GetString(fetched.Body.Span));
    }

    [Fact]
    public async Task A_304_that_was_not_asked_for_is_a_failure()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        Assert.Equal(304, Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.At("/"))).Status);
    }

    [Theory]
    [InlineData("301/308", "/2")]
    [InlineData("308/302", "/1")]
    [InlineData("302/301", "/0")]
    [InlineData("303/307", "/0")]
    public async Task An_unbroken_chain_of_permanent_redirects_gives_the_permanent_address(string statuses, string permanent)
    {
        var chain = statuses.Split('/');
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var step = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (step == chain.Length)
                return context.Response.WriteAsync("there");
            context.Response.StatusCode = int.Parse(chain[step], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers.Location = $"{step + 1}";
            return Task.CompletedTask;
        });
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/0")));
        Assert.Equal((server.At("/2"), server.At(permanent)), (fetched.Address, fetched.PermanentAddress));
    }

    [Fact]
    public async Task A_redirect_to_itself_ends()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("/loop");
            return Task.CompletedTask;
        });
        Assert.Equal(Refusal.TooLarge, Assert.IsType<FetchResult.Refused>(await Fetchers.FetchAsync(server.At("/loop"), ("MaxRedirects", "3"))).Why);
        Assert.Equal(4, server.Asked.Count);
    }

    [Theory]
    [InlineData(404, null, null)]
    [InlineData(410, null, null)]
    [InlineData(500, null, null)]
    [InlineData(302, null, null)]
    [InlineData(429, "120", 120)]
    [InlineData(503, "Wed, 21 Oct 2015 07:28:00 GMT", 0)]
    [InlineData(503, "99999999999999", null)]
    [InlineData(503, "soon", null)]
    [InlineData(503, "-5", null)]
    public async Task A_status_that_is_no_success_is_a_failure_with_what_the_server_asks_for(int status, string? retryAfter, int? seconds)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync("no");
        });
        var failed = Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.At("/")));
        Assert.Equal(status, failed.Status);
        Assert.Equal(seconds, (int?)failed.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        await using var services = Fetchers.Services();
        var fetcher = services.GetRequiredService<IFetcher>();
        await fetcher.FetchAsync(new(server.At("/a")) { ObeyRobots = false }, default);
        var failed = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(new(server.At("/b")) { ObeyRobots = false }, default));
        Assert.InRange(failed.RetryAfter!.Value.TotalMinutes, 55, 60);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw-deflate")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_read(string coding)
    {
        var text = string.Concat(Enumerable.Repeat("Une phrase assez longue. ", 400));
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, coding, Encoding.UTF8.GetBytes(text)));
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/")));
        Assert.Equal(text, Encoding.UTF8.GetString(fetched.Body.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    [InlineData("identity")]
    public async Task A_body_over_the_bound_is_refused_also_after_decompression(string coding)
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, coding, new byte[4_000_000]));
        var result = await Fetchers.FetchAsync(server.At("/"), ("MaxBytes", "100000"));
        Assert.Equal(Refusal.TooLarge, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task A_body_of_exactly_the_bound_is_read()
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, "gzip", new byte[100_000]));
        var result = await Fetchers.FetchAsync(server.At("/"), ("MaxBytes", "100000"));
        Assert.Equal(100_000, Assert.IsType<FetchResult.Fetched>(result).Body.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("lzma")]
    [InlineData("gzip, gzip, gzip, gzip")]
    public async Task A_body_that_is_not_what_its_coding_says_is_a_failure(string coding)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            return context.Response.Body.WriteAsync(new byte[] { 0x00, 0x01, 0xFE, 0x02, 0x03, 0xFD, 0x04, 0x05 }).AsTask();
        });
        Assert.Null(Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.At("/"))).Status);
    }

    [Fact]
    public async Task The_callers_bound_goes_before_the_operators()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(new string('a', 2000)));
        await using var services = Fetchers.Services();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/")) { MaxBytes = 1000, ObeyRobots = false }, default);
        Assert.Equal(Refusal.TooLarge, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            for (var number = 0; number < 100; number++)
                context.Response.Headers.Append($"X-Filler-{number}", new string('x', 100));
            return Task.CompletedTask;
        });
        var result = await Fetchers.FetchAsync(server.At("/"), ("MaxHeaderKiB", "4"));
        Assert.Equal(Refusal.TooLarge, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_the_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await using var services = Fetchers.Services();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => services.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/")) { ObeyRobots = false }, cancelled.Token));
    }

    private static async Task SendAsync(HttpContext context, string coding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = coding.Replace("raw-", "", StringComparison.Ordinal);
        await context.Response.Body.WriteAsync(coding.Split(", ").Aggregate(body, Compress));
    }

    private static byte[] Compress(byte[] body, string coding)
    {
        var compressed = new MemoryStream();
        using (var coder = Coder(coding, compressed))
            coder.Write(body);
        return compressed.ToArray();
    }

    private static Stream Coder(string coding, MemoryStream target) => coding switch
    {
        "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "raw-deflate" => new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "identity" => target,
        _ => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
    };
}
