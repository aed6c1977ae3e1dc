using System.Globalization;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Docs;

public sealed class PageCommandTests(ITestOutputHelper log)
{
    [SkippableFact]
    public async Task Every_command_of_the_pages_does_what_its_page_says()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "runs and interrupts programs as Linux has it");
        var commands = PageCommand.All();
        await using var reader = await Reader.StartAsync(Settings());
        var runs = new List<CommandRun>();
        foreach (var command in commands.Where(command => command.WhyNotHere is null).DistinctBy(command => command.Text))
            runs.Add(await reader.RunAsync(command));
        var record = runs.ConvertAll(run => string.Create(
            CultureInfo.InvariantCulture, $"{run.Time.TotalSeconds:0.0}\t{run.Command.Text}\t{run.FirstLine}"));
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "first-hour.tsv"), record);
        record.ForEach(log.WriteLine);
        var bad = runs.FindAll(run => !run.IsGood);
        Assert.True(bad.Count == 0, string.Join("\n\n", bad.Select(run => $"{run.Command.Place}\nexit code {run.ExitCode}\n{run.Output}\n{run.Errors}")));
        Assert.True(runs.Count >= 25, $"Only {runs.Count} commands were run.");
    }

    [Fact]
    public void Every_reason_not_to_run_a_command_is_used()
    {
        var told = PageCommand.All().Select(command => command.WhyNotHere).ToHashSet();
        Assert.All(PageCommand.Reasons, reason => Assert.Contains(reason, told));
    }

    /// <summary>The README's settings, with leave to speak to this machine, where the test's own example site is.</summary>
    private static string Settings()
    {
        var told = string.Join('\n', Markdown.Fenced("README.md", "json").Select(line => line.Text));
        var end = told.LastIndexOf('}', told.LastIndexOf('}') - 1);
        return told.Insert(end, """, "Fetching": { "AllowedNetworks": ["127.0.0.0/8"], "PerHostSpacing": "00:00:00" } """);
    }
}
