using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

/// <summary>The embedded host as probes and scrapers see it.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class HostTests : IAsyncLifetime, IDisposable
{
    private const string Token = "a token of this test's own";

    private readonly TemporaryFolder folder = new();
    private WebApplication? app;

    [Fact]
    public async Task A_host_whose_loops_go_round_is_alive_and_ready()
    {
        using var client = await StartAsync();
        await UntilAsync(async () => (await GetAsync(client, "/health/ready")).Body.GetProperty("lastPoll").ValueKind == JsonValueKind.String);
        var (status, live) = await GetAsync(client, "/health");
        Assert.Equal((HttpStatusCode.OK, "alive"), (status, live.GetProperty("status").GetString()));
        Assert.Equal(
            Pipeline.Queues.Append("poll").Append("notices").Order(StringComparer.Ordinal),
            live.GetProperty("loops").EnumerateObject().Select(loop => loop.Name).Order(StringComparer.Ordinal));
        Assert.Equal(live.GetRawText(), (await GetAsync(client, "/health/live")).Body.GetRawText());
        var (readiness, ready) = await GetAsync(client, "/health/ready");
        Assert.Equal(
            (HttpStatusCode.OK, "ready", "reached", "in time"),
            (readiness, Text(ready, "status"), Text(ready, "store"), Text(ready, "polls")));
        Assert.DoesNotContain(folder.Path, live.GetRawText() + ready.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_get_the_page_at_the_same_address()
    {
        using var client = await StartAsync();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_loop_that_was_not_heard_of_in_its_time_is_told()
    {
        using var client = await StartAsync();
        app!.Services.GetRequiredService<Heartbeats>().Begin("stuck").Beat(TimeSpan.FromTicks(1));
        var (status, live) = await GetAsync(client, "/health/live");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stuck"), (status, Text(live, "status")));
        Assert.False(live.GetProperty("loops").GetProperty("stuck").GetBoolean());
    }

    [Fact]
    public async Task Metrics_are_told_to_the_machine_as_Prometheus_reads_them()
    {
        using var client = await StartAsync();
        await UntilAsync(async () => (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)))
            .Contains("newswatch_poll_duration_seconds_count", StringComparison.Ordinal));
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("newswatch_entries{", text, StringComparison.Ordinal);
        Assert.Contains("""le="600""", text, StringComparison.Ordinal);
        using var renamed = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = "evil.example" } };
        using var refused = await client.SendAsync(renamed);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Where_there_is_a_token_metrics_are_told_to_who_has_it_and_the_sites_key_does_not_open_them()
    {
        const string Key = "a key of the site's that opens all";
        using var client = await StartAsync(("NewsWatch:Telemetry:MetricsToken", Token), ("NewsWatch:Review:Key", Key));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token));
        // Nor does the token open the site; probes need neither.
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health/ready")).Status);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var api = await client.GetAsync(new Uri("/api/articles", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);

        async Task<HttpStatusCode> StatusAsync(string? given)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Authorization = given is null ? null : new AuthenticationHeaderValue("Bearer", given);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Beyond_the_machine_metrics_without_a_token_are_told_to_nobody()
    {
        using var client = await StartAsync("0.0.0.0", ("NewsWatch:Review:Key", "a key of the site's that opens all"));
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("NewsWatch:Telemetry:MetricsToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health")).Status);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_not_ready_and_says_no_more_than_that()
    {
        using var client = await StartAsync();
        var mark = folder.Combine("blobs", "operator", "poll.json");
        await UntilAsync(() => Task.FromResult(File.Exists(mark)));
        await StopAsync();
        File.Delete(mark);
        Directory.CreateDirectory(mark);
        using var again = await StartAsync(("PollSchedule", "0 0 0 1 1 *"));
        var (status, ready) = await GetAsync(again, "/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not reached"), (status, Text(ready, "store")));
        Assert.DoesNotContain(folder.Path, ready.GetRawText(), StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    public async Task DisposeAsync()
    {
        await StopAsync();
    }

    private Task<HttpClient> StartAsync(params (string Key, string Value)[] settings) => StartAsync("127.0.0.1", settings);

    private async Task<HttpClient> StartAsync(string address, params (string Key, string Value)[] settings)
    {
        var port = FreePort();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)))
            .Build();
        app = EmbeddedHost.Build(configuration, folder.Path, $"{address}:{port}", Screen.ForMachines(), isVerbose: false);
        using var none = new MemoryStream("""<opml version="2.0"><head><title>None</title></head><body></body></opml>"""u8.ToArray());
        var feeds = WatchListStore.Read(none, "none");
        await app.Services.GetRequiredService<WatchListStore>().ChangeAsync(_ => feeds, alone: true, default);
        await app.StartAsync();
        return new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/") };
    }

    private async Task StopAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
