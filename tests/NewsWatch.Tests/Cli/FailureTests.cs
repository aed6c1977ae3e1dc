using System.Net;
using System.Net.Sockets;
using NewsWatch.Cli;

namespace NewsWatch.Tests.Cli;

/// <summary>How the built program fails: one line that says what, where and what to do.</summary>
[Collection(nameof(DemoCollection))]
public sealed class FailureTests(DemoFolder demo) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_taken_port_is_one_line_and_where_it_came_from_is_told_with_verbose()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var listen = taken.LocalEndpoint.ToString()!;
        var ended = await BuiltProgram.RunAsync("run", "--listen", listen, "--data", folder.Path);
        Assert.Equal((CommandLine.Failed, ""), (ended.Code, ended.Output));
        var line = Assert.Single(ended.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        Assert.StartsWith($"newswatch: The review site cannot be served at {listen} (", line, StringComparison.Ordinal);
        Assert.EndsWith("Choose another port with --listen ADDRESS:PORT.", line, StringComparison.Ordinal);

        var verbose = await BuiltProgram.RunAsync("run", "--listen", listen, "--data", folder.Path, "--verbose");
        Assert.Equal(CommandLine.Failed, verbose.Code);
        Assert.Contains("   at NewsWatch.Cli.", verbose.Errors, StringComparison.Ordinal);
        Assert.Contains(line, verbose.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_ends_with_2_and_names_its_key()
    {
        await File.WriteAllTextAsync(folder.Combine("newswatch.json"), """{"NewsWatch": {"PollFeeds": {"Concurency": 3}}}""");
        var ended = await BuiltProgram.RunAsync("poll", "--data", folder.Path);
        Assert.Equal(CommandLine.Unusable, ended.Code);
        var line = Assert.Single(ended.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        Assert.Contains("NewsWatch:PollFeeds:Concurency", line, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Concurrency'", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no agreement acsa-zz-yy", "agreements", "show", "acsa-zz-yy")]
    [InlineData("There is no article nosuch", "articles", "show", "nosuch")]
    [InlineData("Nothing was told of a development Nix", "alerts", "show", "Nix")]
    [InlineData("https://nowhere.example/rss is not on feeds.opml", "feeds", "pause", "https://nowhere.example/rss")]
    public async Task What_is_not_there_ends_with_1_and_says_where_to_look(string expected, params string[] verb)
    {
        var ended = await BuiltProgram.RunAsync([.. verb, .. demo.Data]);
        Assert.Equal((CommandLine.Failed, ""), (ended.Code, ended.Output));
        Assert.StartsWith(
            $"newswatch: {expected}", Assert.Single(ended.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(" newswatch ", ended.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
