using System.Text.Json;
using NewsWatch.Cli;

namespace NewsWatch.Tests.Cli;

/// <summary>Verbs of the built program on one demo's data.</summary>
[Collection(nameof(DemoCollection))]
public sealed class VerbTests(DemoFolder demo) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Articles_are_searched_by_what_they_tell_and_shown_with_their_evidence()
    {
        var found = await BuiltProgram.RunAsync(["articles", "search", "party:italy", "stage:signed", "lang:it", .. demo.Data]);
        Assert.Equal(0, found.Code);
        var row = Assert.Single(found.Lines).Split('\t');
        Assert.Equal(["2024-11-25", "reports", "acsa IT-JP signed"], row[1..4]);

        var shown = await BuiltProgram.RunAsync(["articles", "show", row[0], .. demo.Data]);
        Assert.Contains(shown.Lines, line => line == "filed:     acsa-it-jp");
        Assert.Contains("[1: ", shown.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(
            (await BuiltProgram.RunAsync(["articles", "show", row[0], "--json", .. demo.Data])).Output).RootElement;
        Assert.NotEmpty(
            json.GetProperty("classification").GetProperty("agreements")[0].GetProperty("evidence")[0].GetProperty("quote").GetString()!);

        var some = await BuiltProgram.RunAsync(["articles", "list", "--limit", "3", .. demo.Data]);
        Assert.Equal(3, some.Lines.Count);
        Assert.Equal("3 of 15; --limit 15 shows all.", some.Errors.TrimEnd());
        Assert.Equal(CommandLine.Unusable, (await BuiltProgram.RunAsync(["articles", "search", "stage:sined", .. demo.Data])).Code);
    }

    [Fact]
    public async Task An_alert_is_shown_and_nobody_who_was_told_is_told_again()
    {
        var shown = await BuiltProgram.RunAsync(["alerts", "show", "acsa-it-jp_signed", .. demo.Data]);
        Assert.Equal((0, "Italy–Japan ACSA: signed"), (shown.Code, shown.Lines[0]));
        var retried = await BuiltProgram.RunAsync(["alerts", "retry", "acsa-it-jp_signed", .. demo.Data]);
        Assert.Equal(
            (0, "", "Nobody refused acsa-it-jp_signed or was given up."), (retried.Code, retried.Output, retried.Errors.TrimEnd()));
    }

    [Fact]
    public async Task Pages_are_dropped_only_when_that_is_said()
    {
        var id = (await BuiltProgram.RunAsync(["articles", "list", "--limit", "1", .. demo.Data])).Lines[0].Split('\t')[0];
        var asked = await BuiltProgram.RunAsync(["articles", "drop-pages", id, .. demo.Data]);
        Assert.Equal(CommandLine.Unusable, asked.Code);
        Assert.EndsWith("cannot be had back. Say --yes to delete them.", asked.Errors.TrimEnd(), StringComparison.Ordinal);
        var dropped = await BuiltProgram.RunAsync(["articles", "drop-pages", id, "--yes", .. demo.Data]);
        Assert.Equal((0, $"No page of {id} is kept any more."), (dropped.Code, dropped.Errors.TrimEnd()));
        Assert.Equal(0, (await BuiltProgram.RunAsync(["articles", "show", id, .. demo.Data])).Code);
        Assert.Equal(0, (await BuiltProgram.RunAsync(["verify", .. demo.Data])).Code);
    }

    [Fact]
    public async Task What_is_too_young_is_not_packed()
    {
        var done = await BuiltProgram.RunAsync(["compact", .. demo.Data]);
        Assert.Equal(
            (0, "", "No day is old enough that was not packed before. There is nothing to pack."), (done.Code, done.Output, done.Errors.TrimEnd()));
        var json = JsonDocument.Parse((await BuiltProgram.RunAsync(["compact", "--json", .. demo.Data])).Output).RootElement.GetProperty("compacted");
        Assert.Equal(["journal/", "pages/", "story-index/"], json.EnumerateArray().Select(one => one.GetProperty("prefix").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(json.EnumerateArray(), one => Assert.Equal(0, one.GetProperty("removed").GetInt32()));
    }

    [Fact]
    public async Task A_source_is_paused_and_resumed()
    {
        var id = (await BuiltProgram.RunAsync(["feeds", "list", .. demo.Data])).Lines[0].Split('\t')[0];
        Assert.Equal(0, (await BuiltProgram.RunAsync(["feeds", "pause", id, .. demo.Data])).Code);
        Assert.StartsWith(
            $"{id}\tpaused\t", (await BuiltProgram.RunAsync(["feeds", "list", .. demo.Data])).Lines[0], StringComparison.Ordinal);
        var resumed = await BuiltProgram.RunAsync(["feeds", "resume", id, "--json", .. demo.Data]);
        Assert.True(JsonDocument.Parse(resumed.Output).RootElement.GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task Agreements_of_other_parties_are_merged_only_when_that_is_said_and_parted_again()
    {
        string[] merge = ["agreements", "merge", "visiting-forces-au-ph", "visiting-forces-ph-us", "--by", "ana"];
        var asked = await BuiltProgram.RunAsync([.. merge, .. demo.Data]);
        Assert.Equal(CommandLine.Unusable, asked.Code);
        Assert.StartsWith(
            "newswatch: visiting-forces-au-ph is between AU, PH, visiting-forces-ph-us between PH, US. Say --yes",
            asked.Errors,
            StringComparison.Ordinal);

        Assert.Equal(0, (await BuiltProgram.RunAsync([.. merge, "--yes", .. demo.Data])).Code);
        Assert.DoesNotContain(
            "visiting-forces-au-ph\t",
            (await BuiltProgram.RunAsync(["agreements", "list", .. demo.Data])).Output,
            StringComparison.Ordinal);
        Assert.Equal(
            0, (await BuiltProgram.RunAsync(["agreements", "unmerge", "visiting-forces-ph-us", "--by", "ana", .. demo.Data])).Code);
        Assert.Contains(
            "visiting-forces-au-ph\t",
            (await BuiltProgram.RunAsync(["agreements", "list", .. demo.Data])).Output,
            StringComparison.Ordinal);

        var watched = await BuiltProgram.RunAsync(["agreements", "watch", "acsa-fr-jp", "--by", "ana", .. demo.Data]);
        Assert.StartsWith("ana watches acsa-fr-jp", watched.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "ana watches acsa-fr-jp no more", (
                await BuiltProgram.RunAsync(
                    ["agreements", "watch", "acsa-fr-jp", "--by", "ana", "--stop", .. demo.Data])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_shown_by_section_and_checked()
    {
        const string Settings = """{"NewsWatch": {"PollFeeds": {"Concurrency": 3}, "SendAlerts": {"Burst": 7}}}""";
        await File.WriteAllTextAsync(folder.Combine("newswatch.json"), Settings);
        string[] data = ["--data", folder.Path];
        var shown = await BuiltProgram.RunAsync(["config", "show", "NewsWatch:PollFeeds", .. data]);
        Assert.Equal($"NewsWatch:PollFeeds:Concurrency\t3\t{folder.Combine("newswatch.json")}", Assert.Single(shown.Lines));
        var check = await BuiltProgram.RunAsync(["config", "check", .. data]);
        Assert.Equal((0, 2, "The settings can work."), (check.Code, check.Lines.Count, check.Errors.TrimEnd()));
    }

    [Fact]
    public async Task The_doctor_looks_at_everything_and_changes_nothing()
    {
        var seen = await BuiltProgram.RunAsync(["doctor", "--offline", .. demo.Data]);
        Assert.Equal(0, seen.Code);
        Assert.Equal(
            ["settings", "storage", "room", "permissions", "contents", "queues", "sources"],
            seen.Lines.Select(line => line.Split('\t')[0]));
        Assert.All(seen.Lines, line => Assert.Equal("ok", line.Split('\t')[1]));

        var data = folder.Combine("data");
        Assert.Equal(0, (await BuiltProgram.RunAsync("doctor", "--offline", "--data", data)).Code);
        Assert.False(Directory.Exists(data));
        await File.WriteAllTextAsync(folder.Combine("newswatch.json"), """{"NewsWatch": {"PollFeeds": {"Concurrency": 0}}}""");
        var ill = await BuiltProgram.RunAsync("doctor", "--offline", "--data", folder.Path);
        Assert.Equal(CommandLine.Failed, ill.Code);
        Assert.StartsWith("settings\tfault\t", ill.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _newswatch newswatch")]
    [InlineData("zsh", "#compdef newswatch")]
    [InlineData("fish", "complete -c newswatch")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName newswatch")]
    public async Task A_shell_gets_its_script(string shell, string expected)
        => Assert.Contains(expected, (await BuiltProgram.RunAsync("completion", shell)).Output, StringComparison.Ordinal);

    [SkippableFact]
    public async Task Bash_completes_verbs_by_asking_the_program()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "needs bash");
        await File.WriteAllTextAsync(folder.Combine("newswatch.bash"), (await BuiltProgram.RunAsync("completion", "bash")).Output);
        var lines = $$"""
            newswatch() { {{BuiltProgram.ShellWords}} "$@"; }
            source '{{folder.Combine("newswatch.bash")}}'
            COMP_LINE='newswatch agreements unm' COMP_POINT=24 COMP_WORDS=(newswatch agreements unm) COMP_CWORD=2
            _newswatch
            echo "$COMPREPLY"
            """;
        using var bash = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", lines]) { RedirectStandardOutput = true })!;
        Assert.Equal("unmerge", (await bash.StandardOutput.ReadToEndAsync()).Trim());
    }

    public void Dispose() => folder.Dispose();
}
