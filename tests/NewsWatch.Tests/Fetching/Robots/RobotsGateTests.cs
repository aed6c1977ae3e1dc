using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching.Robots;

public sealed class RobotsGateTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_disallowed_is_not_asked_for()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("User-agent: *\nDisallow: /private"));
        await using var services = Services();
        var fetcher = services.GetRequiredService<IFetcher>();
        var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new(server.At("/private/a")), default));
        Assert.Equal(Refusal.Robots, refused.Why);
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(new(server.At("/public")), default));
        Assert.Equal(["/robots.txt", "/public"], server.Asked);
    }

    [Fact]
    public async Task What_a_redirect_leads_to_is_judged_as_well()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/public")
                context.Response.Redirect("/private/a");
            return context.Response.WriteAsync("User-agent: *\nDisallow: /private");
        });
        await using var services = Services();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/public")), default);
        Assert.Equal(Refusal.Robots, Assert.IsType<FetchResult.Refused>(result).Why);
        Assert.Equal(["/robots.txt", "/public"], server.Asked);
    }

    [Fact]
    public async Task Robots_are_asked_once_a_day_however_many_ask()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("User-agent: *\nDisallow: /private"));
        await using var services = Services();
        var fetcher = services.GetRequiredService<IFetcher>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => fetcher.FetchAsync(new(server.At($"/{number}")), default)));
        time.Advance(TimeSpan.FromHours(23));
        await fetcher.FetchAsync(new(server.At("/a")), default);
        Assert.Single(server.Asked, path => path == "/robots.txt");
        time.Advance(TimeSpan.FromHours(2));
        await fetcher.FetchAsync(new(server.At("/b")), default);
        Assert.Equal(2, server.Asked.Count(path => path == "/robots.txt"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task No_robots_means_no_rules(int status)
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerRobotsAsync(context, status));
        await using var services = Services();
        Assert.IsType<FetchResult.Fetched>(await services.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/a")), default));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Robots_that_cannot_be_reached_keep_us_out_until_they_can(int status)
    {
        var now = status;
        await using var server = await LoopbackServer.StartAsync(context => AnswerRobotsAsync(context, now));
        await using var services = Services();
        var fetcher = services.GetRequiredService<IFetcher>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var failed = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(new(server.At("/a")), default));
            Assert.StartsWith("robots.txt: ", failed.Detail, StringComparison.Ordinal);
        }
        Assert.Equal(["/robots.txt"], server.Asked);
        now = 404;
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(new(server.At("/a")), default));
    }

    [Fact]
    public async Task Robots_may_be_elsewhere_and_too_large()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/robots.txt")
                context.Response.Redirect("/elsewhere.txt");
            return context.Response.WriteAsync("User-agent: *\nDisallow: /private\n" + new string('#', 600 * 1024));
        });
        await using var services = Services();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new(server.At("/private")), default);
        Assert.Equal(Refusal.Robots, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    [Fact]
    public async Task A_forbidden_address_is_refused_as_such_before_its_robots_are_asked()
    {
        await using var services = Services();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new(new("http://10.0.0.1/a")), default);
        Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(result).Why);
    }

    private ServiceProvider Services() => Fetchers.Services(services => services.AddSingleton<TimeProvider>(time));

    private static Task AnswerRobotsAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = context.Request.Path == "/robots.txt" ? status : 200;
        return context.Response.WriteAsync("User-agent: *\nDisallow: /");
    }
}
