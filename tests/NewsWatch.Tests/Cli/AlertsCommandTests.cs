using System.Text.Json.Nodes;
using NewsWatch.Cli;
using NewsWatch.Tests.Notices;

namespace NewsWatch.Tests.Cli;

[Collection(nameof(ConsoleCollection))]
public sealed class AlertsCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_channel_can_be_listed_and_tried()
    {
        await using var hook = await LoopbackHook.StartAsync();
        const string Channel = """
            {"NewsWatch": {"Fetching": {"AllowedNetworks": ["127.0.0.0/8"]}, "SendAlerts": {"Channels": {"desk":
              {"Kind": "Discord", "Address": "HOOK", "Parties": ["Japan"], "Rhythm": "Daily", "At": "07:30"}}}}}
            """;
        Write(Channel.Replace("HOOK", hook.Address.AbsoluteUri, StringComparison.Ordinal));
        var (_, list) = await RunAsync("alerts", "list");
        Assert.Equal("desk\tDiscord\t127.0.0.1\tdevelopments; daily at 07:30 UTC; parties Japan", list);
        Assert.Equal((0, "desk\t127.0.0.1\tsent"), await RunAsync("alerts", "test", "desk"));
        Assert.Equal("France–Japan ACSA: talks opened", (string?)Assert.Single(hook.Posts).Json["embeds"]![0]!["title"]);
        hook.Answers.Enqueue(403);
        Assert.Equal((1, "desk\t127.0.0.1\trefused for good: 127.0.0.1: HTTP 403"), await RunAsync("alerts", "test", "desk"));
        Assert.Equal(CommandLine.Failed, (await RunAsync("alerts", "test", "dsek")).Code);
    }

    [Theory]
    [InlineData("text", "France–Japan ACSA: talks opened")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("slack", "\"blocks\"")]
    [InlineData("teams", "AdaptiveCard")]
    [InlineData("discord", "\"embeds\"")]
    [InlineData("ntfy", "\"topic\"")]
    [InlineData("webhook", "agreement.development")]
    public async Task An_alert_can_be_looked_at_as_each_channel_tells_it(string format, string expected)
        => Assert.Contains(expected, (await RunAsync("alerts", "preview", "--format", format)).Said, StringComparison.Ordinal);

    [Fact]
    public async Task There_is_a_history_even_where_nothing_was_told()
        => Assert.Empty(JsonNode.Parse((await RunAsync("alerts", "history", "--json")).Said)!["developments"]!.AsArray());

    [Fact]
    public async Task The_settings_in_force_are_shown_with_their_origin_and_without_secrets()
    {
        Write("""{"NewsWatch": {"SendAlerts": {"Burst": 7, "Email": {"User": "u", "Password": "hunter2"}}}}""");
        var (code, said) = await RunAsync("config", "check");
        Assert.Equal(0, code);
        Assert.Contains("NewsWatch:SendAlerts:Burst", said, StringComparison.Ordinal);
        Assert.Contains(Settings.FileName, said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"NewsWatch": {"SendAlerts": {"Channels": {"desk": {"Kind": "Pigeon"}}}}}""")]
    [InlineData("""{"NewsWatch": {"SendAlerts": {"Chanels": {"desk": {"Kind": "Slack"}}}}}""")]
    [InlineData("""{"NewsWatch": {"SendAlerts": {"Channels": {"desk": {"Kind": "Slack"}}}}}""")]
    [InlineData("""{"NewsWatch": {"SendAlerts": {"Channels": {"desk": {"Kind": "Slack", "Address": "https://hooks.example/x", "Parties": ["Narnia"]}}}}}""")]
    [InlineData("""{"NewsWach": {"SendAlerts": {}}}""")]
    public async Task Settings_that_cannot_work_stop_every_command_and_the_check_says_so(string settings)
    {
        Write(settings);
        Assert.Equal(CommandLine.Unusable, (await RunAsync("status")).Code);
        Assert.Equal(CommandLine.Unusable, (await RunAsync("config", "check")).Code);
    }

    private void Write(string settings) => File.WriteAllText(Path.Combine(folder.FullName, Settings.FileName), settings);

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            var code = await CommandLine.RunAsync([.. args, "--data", folder.FullName]);
            return (code, output.ToString().Trim());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
