using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NewsWatch.Cli;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.Attacks;

/// <summary>What comes from outside, on its way to a terminal and into a log: it steers nothing, and shows no credential.</summary>
public sealed class ShownTextTests
{
    private const string Secret = "hunter2";

    public static TheoryData<string, string> Steering => new()
    {
        { "a command to the terminal (CSI)", "\u001b[2J\u001b[31mred" },
        { "a title of the window (OSC)", "\u001b]0;owned\u0007" },
        { "a link of the terminal's own (OSC 8)", "\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\" },
        { "something for the clipboard (OSC 52)", "\u001b]52;c;cm0gLXJm\u0007" },
        { "a string for the device (DCS)", "\u001bP0;1|17/ab\u001b\\" },
        { "a message of the program (APC, PM, SOS)", "\u001b_a\u001b\\\u001b^a\u001b\\\u001bXa\u001b\\" },
        { "the same in one letter each (C1)", "\u009b2J\u009d0;owned\u009c\u0090a\u009c\u0085\u0084\u008d" },
        { "a full reset", "\u001bc" },
        { "another character set", "\u000e\u000f\u001b(0" },
        { "a step back over what was written", "good\b\b\b\bevil\rover" },
        { "a bell, a form feed, a tab", "\a\f\v\t" },
        { "a letter that is none", "\0\u007f" },
        { "writing turned round", "txet \u202Edenrut\u202C \u202A\u202B\u202D\u2066\u2067\u2068\u2069" },
        { "lines that are none to others", "a\u2028b\u2029c" },
    };

    [Theory]
    [MemberData(nameof(Steering))]
    public void Nothing_from_outside_steers_a_terminal(string what, string text)
    {
        foreach (var shown in new[] { Outside.Line(text), Outside.Text(text), Outside.Text(text + "\n" + text).Replace("\n", "", StringComparison.Ordinal) })
            Assert.DoesNotContain(
                shown,
                letter => (char.IsControl(letter) && letter is not ('\n' or '\r')) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029');
        Assert.DoesNotContain('\n', Outside.Line(text + "\n" + what));
    }

    [Theory]
    [MemberData(nameof(Steering))]
    public void A_line_of_the_log_is_one_line_and_steers_nothing(string what, string text)
    {
        foreach (var (name, isVerbose) in new[] { (LogLines.FormatterName, false), (LogLines.FormatterName, true), (ShownJson.FormatterName, false) })
        {
            var written = Write(name, isVerbose, $"{what}: {text}\nerror: forged", new InvalidOperationException($"at fault: {text}"));
            if (name == LogLines.FormatterName)
                Assert.DoesNotContain(written, letter => (char.IsControl(letter) && letter is not ('\n' or '\r')) || letter is >= '\u202A' and <= '\u202E');
            Assert.DoesNotContain("\nerror: forged", written, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', written);
        }
    }

    [Fact]
    public void No_line_of_the_log_shows_a_credential_whoever_wrote_it()
    {
        foreach (var (name, isVerbose) in new[] { (LogLines.FormatterName, false), (LogLines.FormatterName, true), (ShownJson.FormatterName, false) })
        {
            var address = $"https://rosa:{Secret}@example.org/feed?a=1&api_key={Secret}";
            var written = Write(name, isVerbose, $"{address} failed", new HttpRequestException($"{address} refused", new IOException(address)));
            Assert.DoesNotContain(Secret, written, StringComparison.Ordinal);
            Assert.Contains("***", written, StringComparison.Ordinal);
            if (name == ShownJson.FormatterName)
                Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(written).RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task An_entry_takes_over_no_credential_of_its_feeds_address()
    {
        using var bench = new PollBench();
        var feed = $"https://rosa:{Secret}@wire.example/feed?key={Secret}";
        bench.Web.Serve(
            feed,
            "<rss version=\"2.0\"><channel><title>W</title><item><title>One without an address of its own</title></item>"
            + "<item><title>One beside the feed</title><link>/a?id=7</link></item><item><title>One below it</title><link>b</link></item></channel></rss>");
        await bench.WatchAsync(new WatchedFeed("Wire", new(feed)));
        Assert.Equal(3, (await bench.PollAsync()).Entries.New);
        foreach (var name in bench.Blobs.Names.Where(name => !name.StartsWith("feeds", StringComparison.Ordinal)))
            Assert.False(bench.Blobs.Text(name).Contains(Secret, StringComparison.Ordinal), $"{name}: {bench.Blobs.Text(name)}");
        Assert.All(bench.Sent.All, message => Assert.DoesNotContain(Secret, message.Body, StringComparison.Ordinal));
        Assert.Equal("https://wire.example/a?id=7", (await bench.ArticleAsync("https://wire.example/a?id=7")).Mentions[0].Link.AbsoluteUri);
    }

    private static string Write(string formatter, bool isVerbose, string message, Exception failure)
    {
        var configuration = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection()
            .AddLogging(logging => Settings.AddConsole(logging, configuration, isVerbose, asJson: formatter == ShownJson.FormatterName))
            .BuildServiceProvider();
        var chosen = services.GetServices<ConsoleFormatter>().Single(one => one.Name == formatter);
        using var written = new StringWriter();
        chosen.Write(
            new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Error, "NewsWatch", default, [new("Reason", message)], failure, (state, _) => $"{state[0].Value}"), null, written);
        return written.ToString();
    }
}
