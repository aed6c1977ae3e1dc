using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

public sealed class AddressGuardTests
{
    private static readonly RequestDelegate Greeting = context => context.Response.WriteAsync("hello");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    public async Task A_reserved_address_is_not_asked_however_it_is_written(string host)
    {
        await using var server = await LoopbackServer.StartAsync(Greeting);
        var result = await Fetchers.FetchAsync(server.At("/", host), ("AllowedNetworks:0", "192.0.2.0/24"));
        var refused = Assert.IsType<FetchResult.Refused>(result);
        Assert.Equal(Refusal.ForbiddenAddress, refused.Why);
        Assert.Contains("NewsWatch:Fetching:AllowedNetworks", refused.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task What_the_operator_allows_is_asked()
    {
        await using var server = await LoopbackServer.StartAsync(Greeting);
        Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/")));
        Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("/", "[::ffff:127.0.0.1]")));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/a")]
    [InlineData("file:///etc/hostname")]
    [InlineData("javascript:void(0)")]
    [InlineData("data:text/plain,a")]
    public async Task Only_the_web_is_asked(string address)
    {
        var refused = Assert.IsType<FetchResult.Refused>(await Fetchers.FetchAsync(new(address)));
        Assert.Equal(Refusal.ForbiddenAddress, refused.Why);
    }

    [Fact]
    public async Task A_redirect_to_a_forbidden_address_is_not_followed()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("http://169.254.169.254/latest/meta-data/");
            return Task.CompletedTask;
        });
        var refused = Assert.IsType<FetchResult.Refused>(await Fetchers.FetchAsync(server.At("/")));
        Assert.Equal(Refusal.ForbiddenAddress, refused.Why);
        Assert.Contains("169.254.169.254", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_out_of_the_web_is_not_followed()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("file:///etc/hostname");
            return Task.CompletedTask;
        });
        Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(await Fetchers.FetchAsync(server.At("/"))).Why);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_next_time_gains_nothing()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("hello");
        });
        var answers = new Queue<string>(["127.0.0.1", "127.1.0.1", "10.0.0.1"]);
        await using var services = Fetchers.Services(
            services => services.Replace(ServiceDescriptor.Singleton<ResolveHost>(
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]))),
            ("AllowedNetworks:0", "127.0.0.0/16"));
        var fetcher = services.GetRequiredService<IFetcher>();
        var request = new FetchRequest(server.At("/", "news.example")) { ObeyRobots = false };
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(request, default));
        Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(request, default)).Why);
        Assert.Equal(Refusal.ForbiddenAddress, Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(request, default)).Why);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Of_a_names_addresses_only_the_allowed_ones_are_tried()
    {
        await using var server = await LoopbackServer.StartAsync(Greeting);
        await using var services = Fetchers.Services(services => services.Replace(ServiceDescriptor.Singleton<ResolveHost>(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Parse("127.0.0.9"), IPAddress.Loopback]))));
        var request = new FetchRequest(server.At("/", "news.example")) { ObeyRobots = false };
        Assert.IsType<FetchResult.Fetched>(await services.GetRequiredService<IFetcher>().FetchAsync(request, default));
    }

    [Fact]
    public async Task A_post_is_guarded_too_and_follows_no_redirect()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await using var open = Fetchers.Services();
        using var client = open.GetRequiredService<IHttpClientFactory>().CreateClient(GuardedClients.Post);
        using var answer = await client.PostAsync(server.At("/hook"), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("NewsWatch/0.1", server.LastHeaders.UserAgent);

        await using var closed = Fetchers.Services(null, ("AllowedNetworks:0", "192.0.2.0/24"));
        using var guarded = closed.GetRequiredService<IHttpClientFactory>().CreateClient(GuardedClients.Post);
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => guarded.PostAsync(server.At("/hook"), new StringContent("{}")));
        Assert.IsType<ForbiddenAddressException>(refusal.InnerException);
        Assert.Single(server.Asked);
    }
}
