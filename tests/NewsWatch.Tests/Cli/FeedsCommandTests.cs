using System.Text.Json;
using NewsWatch.Cli;
using NewsWatch.Cli.Demo;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Tests.Cli;

/// <summary>The verbs of <c>newswatch feeds</c>, on the sample newsroom.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class FeedsCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private Newsroom newsroom = null!;

    private string Feed => $"{newsroom.Address}feeds/harbour.rss";

    public async Task InitializeAsync()
    {
        newsroom = await Newsroom.StartAsync(0, CancellationToken.None);
        await File.WriteAllTextAsync(
            folder.Combine(Settings.FileName), """{"NewsWatch": {"Fetching": {"AllowedNetworks": ["127.0.0.0/8"], "PerHostSpacing": "00:00:00"}}}""");
        await File.WriteAllBytesAsync(folder.Combine("empty.opml"), WatchListStore.ToOpml(new("Mine", [])));
        await RunAsync("feeds", "import", folder.Combine("empty.opml"), "--replace");
    }

    public Task DisposeAsync() => newsroom.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_feed_is_added_once_listed_and_removed()
    {
        var (code, added) = await RunAsync("feeds", "add", Feed, "--title", "Harbour", "--tag", "Press/Sea");
        Assert.Equal(0, code);
        Assert.StartsWith("Added to feeds.opml: Harbour", added, StringComparison.Ordinal);
        Assert.StartsWith("Already on feeds.opml", (await RunAsync("feeds", "add", Feed)).Output, StringComparison.Ordinal);

        var row = Assert.Single(await ListAsync());
        Assert.Equal(
            ("Harbour", Feed, "unpolled"), (row.GetProperty("title").GetString(), row.GetProperty("address").GetString(), Health(row)));
        Assert.Single(await ListAsync("--tag", "press"));
        Assert.Empty(await ListAsync("--tag", "Sea"));

        var (removedCode, removed) = await RunAsync("feeds", "remove", Feed);
        Assert.Equal(0, removedCode);
        Assert.StartsWith("Removed from feeds.opml: Harbour", removed, StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_feed_is_removed_by_its_id()
    {
        await RunAsync("feeds", "add", Feed);
        var id = Assert.Single(await ListAsync()).GetProperty("id").GetString()!;
        var (code, output) = await RunAsync("feeds", "remove", id, "--json");
        Assert.Equal(0, code);
        Assert.Equal(Feed, JsonDocument.Parse(output).RootElement.GetProperty("address").GetString());
    }

    [Fact]
    public async Task What_is_not_on_the_list_is_not_removed()
    {
        await RunAsync("feeds", "add", Feed);
        Assert.Equal(CommandLine.Failed, (await RunAsync("feeds", "remove", "https://elsewhere.example/rss")).Code);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_list_is_imported_and_exported_again()
    {
        await File.WriteAllTextAsync(folder.Combine("newsroom.opml"), newsroom.WatchList);
        var (code, imported) = await RunAsync("feeds", "import", folder.Combine("newsroom.opml"));
        Assert.Equal((0, "feeds.opml: 5 sources, 0 before; 5 in the file."), (code, imported.Trim()));
        Assert.Equal(
            "feeds.opml: 5 sources, 5 before; 5 in the file.",
            (await RunAsync("feeds", "import", folder.Combine("newsroom.opml"))).Output.Trim());

        await RunAsync("feeds", "export", folder.Combine("out.opml"));
        Assert.Equal(
            WatchListStore.ReadFile(folder.Combine("newsroom.opml")).Feeds.Select(feed => feed.Address),
            WatchListStore.ReadFile(folder.Combine("out.opml")).Feeds.Select(feed => feed.Address));
    }

    [Fact]
    public async Task A_list_of_which_nothing_can_be_taken_ends_with_1_and_changes_nothing()
    {
        await RunAsync("feeds", "add", Feed);
        await File.WriteAllTextAsync(
            folder.Combine("bad.opml"), "<opml><body><outline text='Letters' xmlUrl='mailto:list@press.example'/></body></opml>");
        Assert.Equal(1, (await RunAsync("feeds", "import", folder.Combine("bad.opml"), "--replace")).Code);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task The_lists_that_come_with_NewsWatch_are_taken_beside_ones_own_where_that_is_asked()
    {
        await RunAsync("feeds", "add", Feed, "--with-shipped");
        var shipped = WatchListStore.Default().Feeds.Count;
        Assert.Equal(shipped + 1, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_check_says_what_was_seen_and_fails_where_a_feed_does()
    {
        var (code, seen) = await RunAsync("feeds", "check", Feed, "--json");
        var row = Assert.Single(JsonDocument.Parse(seen).RootElement.EnumerateArray());
        Assert.Equal((0, "ok"), (code, Health(row)));
        Assert.True(row.GetProperty("entries").GetInt32() > 0);
        Assert.Empty(await ListAsync());
        Assert.Equal(1, (await RunAsync("feeds", "check", $"{newsroom.Address}feeds/nothing.rss", "--json")).Code);
    }

    [Fact]
    public async Task A_feed_is_discovered_at_its_own_address()
    {
        var (code, found) = await RunAsync("feeds", "discover", Feed, "--json");
        Assert.Equal(0, code);
        Assert.Contains(JsonDocument.Parse(found).RootElement.EnumerateArray(), row => row.GetProperty("address").GetString() == Feed);
    }

    private static string? Health(JsonElement row) => row.GetProperty("health").GetString();

    private async Task<IReadOnlyList<JsonElement>> ListAsync(params string[] options)
        => [.. JsonDocument.Parse((await RunAsync(["feeds", "list", "--json", .. options])).Output).RootElement.EnumerateArray()];

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            return (await CommandLine.RunAsync([.. args, "--data", folder.Path]), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
