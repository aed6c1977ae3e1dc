using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.Cli;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.Notices;
using NewsWatch.Notices.Channels;
using NewsWatch.Notices.Channels.Email;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.Fetching;
using NewsWatch.Tests.Notices;

namespace NewsWatch.Tests.Attacks;

/// <summary>
/// Places that nobody outside may have us ask (server-side request forgery), in every way they are written, at every door that takes an
/// address. A server stands at the forbidden place and is never asked; one that belongs to the attacker stands beside it, and is.
/// </summary>
public sealed class ForbiddenPlaceTests : IAsyncLifetime, IDisposable
{
    private const string Rebinding = "rebinding.example";

    private static readonly IPAddress OfAttacker = IPAddress.Parse("127.9.0.1");

    private readonly TemporaryFolder folder = new();
    private LoopbackServer forbidden = null!, attacker = null!, ruled = null!;
    private ServiceProvider services = null!;
    private int lookups;
    private string rules = "";

    public static TheoryData<string> Places => new()
    {
        "http://127.0.0.1:{0}/",
        "http://localhost:{0}/",
        "http://LOCALHOST.:{0}/",
        "http://2130706433:{0}/",
        "http://0x7f000001:{0}/",
        "http://0x7f.1:{0}/",
        "http://0177.0.0.1:{0}/",
        "http://017700000001:{0}/",
        "http://127.1:{0}/",
        "http://127.0.1:{0}/",
        "http://127.0.0.1.:{0}/",
        "http://0.0.0.0:{0}/",
        "http://0:{0}/",
        "http://127。0。0。1:{0}/",
        "http://１２７.0.0.1:{0}/",
        "http://①②⑦.⓪.⓪.①:{0}/",
        "http://%31%32%37.0.0.1:{0}/",
        "http://[::1]:{0}/",
        "http://[::]:{0}/",
        "http://[0:0:0:0:0:0:0:1]:{0}/",
        "http://[::127.0.0.1]:{0}/",
        "http://[::ffff:127.0.0.1]:{0}/",
        "http://[::ffff:7f00:1]:{0}/",
        "http://[::ffff:0:127.0.0.1]:{0}/",
        "http://[64:ff9b::127.0.0.1]:{0}/",
        "http://[64:ff9b:1::127.0.0.1]:{0}/",
        "http://[2002:7f00:1::]:{0}/",
        "http://[2001:0:7f00:1::]:{0}/",
        "http://[fe80::1%25lo]:{0}/",
        "http://[fe80::1%lo]:{0}/",
        "http://[::1%25lo]:{0}/",
        "http://public.example@127.0.0.1:{0}/",
        "http://public.example:80@127.0.0.1:{0}/",
        "http://public.example%2f@127.0.0.1:{0}/",
        "http://127.0.0.1:{0}\\@public.example/",
        "http:\\\\127.0.0.1:{0}/",
        "http:127.0.0.1:{0}/",
        "hTTp://127.0.0.1:{0}/",
        "//127.0.0.1:{0}/",
        "http://inside.example:{0}/",
        "http://inside-and-out.example:{0}/",
        "http://" + Rebinding + ":{0}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://168.63.129.16/machine",
        "http://100.100.100.200/latest/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://10.0.0.1:{0}/",
        "http://192.168.0.1:{0}/",
        "http://172.16.0.1:{0}/",
        "http://100.64.0.1:{0}/",
        "http://198.18.0.1:{0}/",
        "http://224.0.0.1:{0}/",
        "http://255.255.255.255:{0}/",
        "http://[fec0::1]:{0}/",
        "http://[fc00::1]:{0}/",
        "http://[ff02::1]:{0}/",
        "http://[100::1]:{0}/",
        "file:///etc/hostname",
        "ftp://127.0.0.1:{0}/",
        "gopher://127.0.0.1:{0}/",
        "dict://127.0.0.1:{0}/",
        "ldap://127.0.0.1:{0}/",
        "jar:http://127.0.0.1:{0}/!/",
        "data:text/html,a",
        "javascript:alert(1)",
        "about:blank",
        "unix:/run/docker.sock",
    };

    public void Dispose() => folder.Dispose();

    public async Task InitializeAsync()
    {
        forbidden = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("what nobody may see"));
        attacker = await LoopbackServer.StartAsync(LureAsync, OfAttacker);
        ruled = await LoopbackServer.StartAsync(
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status302Found;
                context.Response.Headers.Location = rules;
                return Task.CompletedTask;
            },
            IPAddress.Parse("127.9.0.2"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.9.0.0/16",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            ["NewsWatch:Fetching:ConnectTimeout"] = "00:00:01",
        }).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddNewsWatchHere(configuration, folder.Path)
            .Replace(ServiceDescriptor.Singleton<ResolveHost>((host, _) => Task.FromResult(Resolve(host))))
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await forbidden.DisposeAsync();
        await attacker.DisposeAsync();
        await ruled.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_forbidden_place_is_not_asked_however_it_is_written_and_whatever_door_it_comes_in_by(string written)
    {
        var place = string.Format(System.Globalization.CultureInfo.InvariantCulture, written, forbidden.At("/").Port);
        var lured = $"to={Uri.EscapeDataString(place)}";

        await PollAsync(SourceKind.Feed, place);
        foreach (var (kind, path) in new[]
        {
            (SourceKind.Feed, "/redirect?"), (SourceKind.Feed, "/refresh?"), (SourceKind.Feed, "/hub?"), (SourceKind.Page, "/redirect?"),
            (SourceKind.Page, "/refresh?"), (SourceKind.Sitemap, "/redirect?"), (SourceKind.Sitemap, "/index?"),
        })
            await PollAsync(kind, At(path + lured));

        await ReadAsync(place);
        foreach (var path in new[] { "/redirect?", "/refresh?", "/document?", "/parts?" })
            await ReadAsync(At(path + lured));
        await ReadAsync($"https://www.google.com/url?q={Uri.EscapeDataString(place)}");

        // Its robots.txt leads there.
        rules = Escaped(place);
        await ReadAsync(ruled.At("/page", "127.9.0.2").AbsoluteUri);
        Assert.Contains("/robots.txt", ruled.Asked);
        var fetcher = services.GetRequiredService<IFetcher>();
        if (Uri.TryCreate(place, UriKind.Absolute, out var direct))
            Assert.IsNotType<FetchResult.Fetched>(await fetcher.FetchAsync(new(direct), default));

        var discovery = services.GetRequiredService<FeedDiscovery>();
        if (FeedDiscovery.AddressOf(place) is { } typed)
            Assert.Empty((await discovery.FindAsync(typed, default)).Sources);
        await discovery.FindAsync(new(At("/named?" + lured)), default);

        await PostAsync(place);
        Assert.IsNotType<ChannelOutcome.Sent>(await PostAsync(At("/redirect?" + lured)));
        await MailAsync(place);

        Assert.Empty(forbidden.Asked);
    }

    [Fact]
    public async Task The_lures_do_lead_and_the_doors_are_open_where_the_place_may_be_asked()
    {
        var place = At("/plain");
        var lured = $"to={Uri.EscapeDataString(place)}";
        await PollAsync(SourceKind.Feed, At("/redirect?" + lured));
        await PollAsync(SourceKind.Sitemap, At("/index?" + lured));
        await ReadAsync(At("/refresh?" + lured));
        Assert.Equal(3, attacker.Asked.Count(asked => asked == "/plain"));
        Assert.IsType<ChannelOutcome.Sent>(await PostAsync(place));
        await using var mail = new LoopbackSmtp();
        Assert.IsType<ChannelOutcome.Refused>(await MailAsync($"http://127.0.0.1:{mail.Port}"));
        Assert.IsType<ChannelOutcome.Sent>(await MailAsync($"http://127.0.0.1:{mail.Port}", "127.0.0.1/32"));
        Assert.Equal(1, mail.Tries);
    }

    [Fact]
    public async Task A_mail_server_on_a_forbidden_address_is_refused_with_the_setting_that_allows_it()
    {
        await using var mail = new LoopbackSmtp();
        var refused = Assert.IsType<ChannelOutcome.Refused>(await MailAsync($"http://127.0.0.1:{mail.Port}"));
        Assert.Contains("NewsWatch:SendAlerts:Email:AllowedNetworks", refused.Why, StringComparison.Ordinal);
    }

    /// <summary>As a header can be sent.</summary>
    private static string Escaped(string address)
        => string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private string At(string path) => attacker.At(path, OfAttacker.ToString()).AbsoluteUri;

    private async Task PollAsync(SourceKind kind, string address)
    {
        // As the operator types it, and as a watch list holds it.
        if (TypedAddress.Read(address) is not { } read)
            return;
        var feed = new WatchedFeed("A feed", read) { Kind = kind };
        await services.GetRequiredService<WatchListStore>().ChangeAsync(_ => WatchList.Of("Test", [feed]), alone: true, default);
        await services.GetRequiredService<FeedPoller>().PollAsync(feed.Id, default);
        var state = await services.GetRequiredService<FeedStates>().ReadAsync(feed, default);
        Assert.DoesNotContain("nobody may see", $"{state}", StringComparison.Ordinal);
    }

    private async Task ReadAsync(string address)
    {
        if (TypedAddress.Read(address) is not { } read)
            return;
        var article = new Article
        {
            Id = ArticleId.Hash($"{address} {lookups++}"),
            Address = read,
            FoundAt = TimeProvider.System.GetUtcNow(),
            Mentions = [new("f", "A feed", read, "A title", "What the feed says.", null, "p") { Document = read }],
        };
        await services.GetRequiredService<ArticleStore>().CreateAsync(article, default);
        try
        {
            await services.GetRequiredService<IStage<NewsWatch.PollFeeds.ArticleFound>>().HandleAsync(new(article.Id, "p"), default);
        }
        catch (NewsWatch.ExtractArticle.PageUnavailableException)
        {
            // To be tried again later, which changes nothing.
        }
        var stored = await services.GetRequiredService<ArticleStore>().ReadAsync(article.Id, default);
        Assert.DoesNotContain("nobody may see", stored!.Content?.Text ?? "", StringComparison.Ordinal);
    }

    private async Task<ChannelOutcome> PostAsync(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https"
            ? await services.GetRequiredService<NoticePost>().SendAsync(read, new JsonObject(), "n", default)
            : new ChannelOutcome.Refused("the settings refuse it");

    private async Task<ChannelOutcome> MailAsync(string address, string? allowed = null)
    {
        if (TypedAddress.Read(address) is not { } read)
            return new ChannelOutcome.Refused("no such host");
        var server = new EmailOptions { Host = read.Host.Trim('[', ']'), Port = read.Port, Security = EmailSecurity.None, From = "a@desk.example" };
        if (allowed is not null)
            server.AllowedNetworks.Add(allowed);
        var channel = new EmailChannel("desk", new ChannelOptions { To = { "b@desk.example" } }, server, services.GetRequiredService<GuardedConnector>(), TimeProvider.System);
        return await channel.SendAsync(SampleNotices.Tame, "b@desk.example", default);
    }

    private IPAddress[] Resolve(string host) => host.TrimEnd('.').ToLowerInvariant() switch
    {
        "inside-and-out.example" => [IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), IPAddress.IPv6Loopback],
        // Outside the first time, inside ever after.
        Rebinding => [++lookups == 1 ? OfAttacker : IPAddress.Loopback],
        _ => [IPAddress.Loopback, IPAddress.IPv6Loopback],
    };

    private Task LureAsync(HttpContext context)
    {
        var to = context.Request.Query["to"].ToString();
        var quoted = WebUtility.HtmlEncode(to);
        switch (context.Request.Path.Value)
        {
            case "/redirect":
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.Location = Escaped(to);
                return Task.CompletedTask;
            case "/refresh":
                return Html($"<meta http-equiv=refresh content=\"0;url={quoted}\"><link rel=canonical href=\"{quoted}\">");
            case "/document":
                return Html($"<p>The <a href=\"{quoted}x.pdf\">paper</a>.");
            case "/parts":
                return Html($"<article><h1>A title</h1>{string.Concat(Enumerable.Repeat($"<p>{MarkupBombs.Sentence}</p>", 20))}</article><link rel=next href=\"{quoted}2\"><a href=\"{quoted}?page=2\">2</a>");
            case "/named":
                return Html($"<link rel=alternate type=application/rss+xml href=\"{quoted}\"><a href=\"{quoted}feed.rss\">RSS</a>");
            case "/hub":
                context.Response.Headers.Append("Link", $"<{Uri.EscapeDataString(to)}>; rel=hub");
                context.Response.ContentType = "application/atom+xml";
                return context.Response.WriteAsync(
                    $"<feed xmlns='http://www.w3.org/2005/Atom'><title>W</title><link rel='hub' href=\"{quoted}\"/><link rel='self' href=\"{quoted}\"/><entry><title>A</title><id>1</id><link href='/a'/></entry></feed>");
            case "/index":
                context.Response.ContentType = "application/xml";
                return context.Response.WriteAsync($"<sitemapindex><sitemap><loc>{quoted}</loc></sitemap></sitemapindex>");
            case "/plain":
                return Html("<p>Nothing.");
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }

        Task Html(string markup)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync($"<!DOCTYPE html><html><head><title>A</title></head><body>{markup}</body></html>");
        }
    }
}
