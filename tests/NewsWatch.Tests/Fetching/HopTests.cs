using Microsoft.AspNetCore.Http;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

/// <summary>Where a link really leads: by redirect, by refresh, with the cookies of its chain, and never past the guard.</summary>
public sealed class HopTests
{
    private const string Story = "<html><head><title>Quay</title></head><body><p>The new quay was opened.</p></body></html>";

    private static readonly string LongText = string.Concat(Enumerable.Repeat("<p>A paragraph of an article that stands on its own and says a good deal.</p>", 12));

    private static async Task<(FetchResult Result, IReadOnlyList<string> Asked)> FetchAsync(
        Func<string, (string Body, (string Name, string Value)[] Headers)> answer, string path = "/a", bool obeyRobots = false)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var (body, headers) = answer(context.Request.Path.Value!);
            foreach (var (name, value) in headers)
                context.Response.Headers.Append(name, value);
            context.Response.ContentType ??= "text/html";
            return context.Response.WriteAsync(body);
        });
        await using var services = Fetchers.Services();
        var fetcher = (IFetcher)services.GetService(typeof(IFetcher))!;
        return (await fetcher.FetchAsync(new(server.At(path)) { ObeyRobots = obeyRobots }, default), [.. server.Asked]);
    }

    public static TheoryData<string> PagesThatSendOn => new()
    {
        "<html><head><meta http-equiv=\"refresh\" content=\"0;url=/b\"></head><body><a href='/b'>Here</a></body></html>",
        "<META HTTP-EQUIV='Refresh' CONTENT=\"0; URL='/b'\">",
        "<meta content='0, /b' http-equiv=refresh>",
        "<base href='/x/'><meta http-equiv=refresh content='0;url=../b'>",
        "<script>go('/b')</script><noscript><meta http-equiv=refresh content='0;URL=/b'></noscript>",
        "<meta http-equiv=refresh content='5; url=/b'><p>You will be taken to our new site.</p>",
        $"<meta http-equiv=refresh content='0; url=/b'>{LongText}",
    };

    [Theory]
    [MemberData(nameof(PagesThatSendOn))]
    public async Task A_page_that_sends_its_readers_on_is_followed(string page)
    {
        var (result, asked) = await FetchAsync(path => path == "/a" ? (page, []) : (Story, []));
        Assert.Equal("/b", Assert.IsType<FetchResult.Fetched>(result).Address.AbsolutePath);
        Assert.Equal(["/a", "/b"], asked);
    }

    [Fact]
    public async Task A_refresh_header_is_followed_and_one_at_once_is_for_good()
    {
        var (result, _) = await FetchAsync(path => path == "/a" ? ("<html></html>", [("Refresh", "0; url=/b")]) : (Story, []));
        Assert.Equal("/b", Assert.IsType<FetchResult.Fetched>(result).PermanentAddress.AbsolutePath);
    }

    public static TheoryData<string> PagesThatStay => new()
    {
        "<meta http-equiv=refresh content='300'><p>The latest.</p>",
        "<meta http-equiv=refresh content='0;url=/a'><p>The latest.</p>",
        "<meta http-equiv=refresh content='300;url=/front'><p>The latest.</p>",
        $"<meta http-equiv=refresh content='10;url=/front'>{LongText}",
        $"<noscript><meta http-equiv=refresh content='0;url=/no-script'></noscript>{LongText}",
        "<!-- <meta http-equiv=refresh content='0;url=/b'> --><p>The latest.</p>",
        "<script>write(\"<meta http-equiv=refresh content='0;url=/b'>\")</script><p>The latest.</p>",
        "<rss><channel><item><description>&lt;meta http-equiv=refresh content='0;url=/b'></description></item></channel></rss>",
    };

    [Theory]
    [MemberData(nameof(PagesThatStay))]
    public async Task A_page_that_reloads_itself_or_stands_on_its_own_is_the_answer(string page)
    {
        var (_, asked) = await FetchAsync(_ => (page, []));
        Assert.Equal(["/a"], asked);
    }

    [Fact]
    public async Task Cookies_go_along_a_chain_and_end_with_it()
    {
        var sent = new List<string?>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            sent.Add(context.Request.Headers.Cookie);
            if (context.Request.Headers.Cookie == "seen=1")
                return context.Response.WriteAsync(Story);
            context.Response.Headers.Append("Set-Cookie", "seen=1; Path=/");
            context.Response.Headers.Append("Set-Cookie", "other=2; Domain=elsewhere.example");
            context.Response.Redirect("/a");
            return Task.CompletedTask;
        });
        for (var fetch = 0; fetch < 2; fetch++)
            Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/a")));
        Assert.Equal(["", "seen=1", "", "seen=1"], sent.Select(cookie => cookie ?? ""));
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0;url=http://169.254.169.254/latest/meta-data'>", "")]
    [InlineData("<meta http-equiv=refresh content='0;url=file:///etc/passwd'>", null)]
    public async Task A_refresh_does_not_lead_past_the_guard(string page, string? refused)
    {
        var (result, asked) = await FetchAsync(_ => (page, []));
        if (refused is null)
            Assert.IsType<FetchResult.Fetched>(result);
        else
            Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(result).Why);
        Assert.Single(asked);
    }

    [Fact]
    public async Task A_refresh_does_not_lead_past_robots()
    {
        var (result, asked) = await FetchAsync(
            path => path switch
            {
                "/robots.txt" => ("User-agent: *\nDisallow: /b", []),
                "/a" => ("<meta http-equiv=refresh content='0;url=/b'>", []),
                _ => (Story, []),
            },
            obeyRobots: true);
        Assert.Equal(Refusal.Robots, Assert.IsType<FetchResult.Refused>(result).Why);
        Assert.DoesNotContain("/b", asked);
    }

    [Fact]
    public async Task Pages_that_send_each_other_on_end()
    {
        var (result, _) = await FetchAsync(path => ($"<meta http-equiv=refresh content='0;url=/{(path == "/a" ? "b" : "a")}'>", []));
        Assert.Equal(Refusal.TooLarge, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task All_of_a_fetch_has_one_bound_of_time()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, context.RequestAborted);
            context.Response.Redirect($"/{++asked}");
        });
        await using var services = Fetchers.Services();
        var fetcher = (IFetcher)services.GetService(typeof(IFetcher))!;
        var result = await fetcher.FetchAsync(new(server.At("/a")) { ObeyRobots = false, TimeLimit = TimeSpan.FromSeconds(1) }, default);
        Assert.Contains("took longer than 1 s in all", Assert.IsType<FetchResult.Failed>(result).Detail, StringComparison.Ordinal);
    }
}
