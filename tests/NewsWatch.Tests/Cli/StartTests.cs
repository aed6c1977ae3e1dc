using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NewsWatch.Cli;
using NewsWatch.Cli.Demo;
using NewsWatch.Cli.Usage;

namespace NewsWatch.Tests.Cli;

/// <summary>The first minutes with the built program: help, version, demo and the running host.</summary>
[Collection(nameof(DemoCollection))]
public sealed class StartTests(DemoFolder demo) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Alone_it_shows_its_verbs_and_three_examples()
    {
        var ended = await BuiltProgram.RunAsync();
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Equal(
            3,
            ended.Lines.Count(line => line.StartsWith("  newswatch ", StringComparison.Ordinal)
                && !line.Contains("[command]", StringComparison.Ordinal)));
        Assert.Contains(ended.Lines, line => line.StartsWith("  newswatch demo ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_verb_is_one_line_on_standard_error_and_ends_with_2()
    {
        var ended = await BuiltProgram.RunAsync("staus");
        Assert.Equal(
            (2, "", "newswatch: newswatch has no verb 'staus'; did you mean 'status'? newswatch --help lists them.\n"),
            (ended.Code, ended.Output, ended.Errors.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_group_of_verbs_shows_them_and_help_may_be_asked_in_front()
    {
        var group = await BuiltProgram.RunAsync("feeds");
        Assert.Equal(0, group.Code);
        Assert.Contains("  pause <URL>", group.Output, StringComparison.Ordinal);
        Assert.Equal(
            (await BuiltProgram.RunAsync("feeds", "add", "--help")).Output, (await BuiltProgram.RunAsync("help", "feeds", "add")).Output);
    }

    [Fact]
    public void Every_example_is_a_command_line_that_can_be_run()
    {
        var root = CommandLine.Build();
        Assert.All(Examples.All, one =>
        {
            var words = one.Example.Line[(one.Example.Line.IndexOf("newswatch ", StringComparison.Ordinal) + "newswatch ".Length)..];
            string[] args = [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(
                words.Split(['|', '>', '<'])[0].Replace('\'', '"'))];
            Assert.Null(Refusal.Of(root.Parse(args), args));
            Assert.StartsWith(one.Command["newswatch".Length..].Trim(), words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_verb_and_option_says_what_it_does()
    {
        Check(CommandLine.Build());

        static void Check(System.CommandLine.Command command)
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(
                command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(
                command.Arguments,
                argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name}"));
            foreach (var one in command.Subcommands)
                Check(one);
        }
    }

    [Fact]
    public async Task Options_may_stand_before_or_after_the_verb()
    {
        var before = await BuiltProgram.RunAsync([.. demo.Data, "--json", "status"]);
        var after = await BuiltProgram.RunAsync(["status", "--json", .. demo.Data]);
        Assert.Equal((0, before.Output), (after.Code, after.Output));
        Assert.Equal(15, JsonDocument.Parse(after.Output).RootElement.GetProperty("found").GetInt32());
    }

    [SkippableFact]
    public async Task The_version_takes_less_than_a_tenth_of_a_second_of_processor_time()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "needs bash, which tells the time of what it ran");
        var least = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var start = new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", $"{BuiltProgram.ShellWords} --version; times"])
            {
                RedirectStandardOutput = true,
            };
            using var bash = System.Diagnostics.Process.Start(start)!;
            var lines = (await bash.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Matches(@"^\d+\.\d+\.\d+", lines[0]);
            least = Math.Min(least, lines[2].Split(' ').Sum(Seconds));
        }
        Assert.InRange(least, 0, 0.1);

        static double Seconds(string time) => double.Parse(time.Split('m')[1].TrimEnd('s'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_demo_says_first_what_it_does_and_where_its_data_are_and_warns_of_nothing()
    {
        Assert.Equal(0, demo.Demo.Code);
        var errors = demo.Demo.Errors.ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("Demo: five sample feeds are polled", errors[0], StringComparison.Ordinal);
        Assert.Equal($"Data: {demo.Path}", errors[1]);
        Assert.DoesNotContain("warning", demo.Demo.Errors, StringComparison.Ordinal);
        Assert.Equal("entries found\t15\t", demo.Demo.Lines.Single(line => line.StartsWith("entries found", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001b', demo.Demo.Output + demo.Demo.Errors);
    }

    [Fact]
    public async Task The_demo_takes_the_next_port_tells_it_when_it_listens_and_ends_by_Ctrl_C_with_130()
    {
        using var taken = TakeUsualPort();
        using var process = BuiltProgram.Start(["demo", .. demo.Data]);
        using var limit = new CancellationTokenSource(Patience);
        var address = "";
        var said = new List<string>();
        while (address.Length == 0 && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said.Add(line);
            if (line.StartsWith('{'))
                address = JsonDocument.Parse(line).RootElement.GetProperty("address").GetString()!;
        }
        Assert.NotEqual("http://127.0.0.1:8420/", address);
        Assert.NotEqual($"http://127.0.0.1:{Newsroom.UsualPort}/", address);
        using var client = new HttpClient();
        for (var view = 0; view < 2; view++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, limit.Token)).StatusCode);
        await BuiltProgram.InterruptAsync(process);
        Assert.Equal(CommandLine.Interrupted, process.ExitCode);
        var errors = await process.StandardError.ReadToEndAsync(limit.Token);
        Assert.Contains("127.0.0.1:8420 is taken", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ntiforgery", errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_running_host_says_a_line_a_pass_JSON_in_a_pipe_and_words_on_a_terminal()
    {
        Skip.IfNot(File.Exists(BuiltProgram.Script), $"needs {BuiltProgram.Script}");
        // A port on which nothing listens: every poll of it is refused.
        await File.WriteAllTextAsync(
            folder.Combine("newswatch.json"),
            """
            {"PollSchedule": "* * * * * *",
             "NewsWatch": {"Fetching": {"AllowedNetworks": ["127.0.0.0/8"], "PerHostSpacing": "00:00:00"}}}
            """);
        await File.WriteAllTextAsync(
            folder.Combine("two.opml"),
            $"""
            <opml version="2.0"><head><title>Two</title></head><body>
            <outline text="One" type="rss" xmlUrl="http://127.0.0.1:{FreePort()}/one.rss"/>
            <outline text="Other" type="rss" xmlUrl="http://127.0.0.1:{FreePort()}/other.rss"/></body></opml>
            """);
        string[] args = ["run", "--feeds", folder.Combine("two.opml"), "--listen", $"127.0.0.1:{FreePort()}", "--data", folder.Path];
        using (var process = BuiltProgram.Start(args))
        {
            using var limit = new CancellationTokenSource(Patience);
            var listening = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(limit.Token))!).RootElement;
            Assert.Equal(
                ("listening", folder.Path), (listening.GetProperty("event").GetString(), listening.GetProperty("data").GetString()));
            var pass = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(limit.Token))!).RootElement;
            Assert.Equal(
                ("pass", 2, 2),
                (pass.GetProperty("event").GetString(), pass.GetProperty("polled").GetInt32(), pass.GetProperty("failed").GetInt32()));
            Assert.NotEmpty(pass.GetProperty("commonestFailure").GetString()!);
            await BuiltProgram.InterruptAsync(process);
            Assert.Equal(CommandLine.Interrupted, process.ExitCode);
        }
        var (code, said) = await BuiltProgram.InTerminalUntilAsync("new entries, 0 flagged", args);
        Assert.Equal(CommandLine.Interrupted, code);
        Assert.Contains("Review site: http://127.0.0.1:", said, StringComparison.Ordinal);
        Assert.Matches(@"\d\d:\d\d:\d\d  \d feeds? polled.*, 0 new entries, 0 flagged", said);
    }

    public void Dispose() => folder.Dispose();

    private static TcpListener? TakeUsualPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 8420);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            // Another program has it already, which serves as well.
            listener.Dispose();
            return null;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
