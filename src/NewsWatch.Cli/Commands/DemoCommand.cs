using System.CommandLine;
using NewsWatch.Cli.Demo;
using NewsWatch.Cli.Hosting;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch demo</c>: the whole pipeline on the sample newsroom.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Once = new("--once") { Description = "One pass, a summary, and no review site." };

    public static Command Build()
    {
        var command = new Command("demo", "The whole pipeline on the bundled sample newsroom, and the review site.") { Once, RunCommand.Listen };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var folder = parse.GetValue(CommonOptions.Data) is null
            ? Path.Combine(CommonOptions.DataFolder(parse), "demo")
            : CommonOptions.DataFolder(parse);
        using var hold = PipelineLock.Hold(folder);
        await using var newsroom = await Newsroom.StartAsync(Newsroom.UsualPort, stop);
        var given = await SettingsAsync(newsroom, folder, stop);
        await using (var workspace = Workspace.Open(parse, given, folder))
        {
            await LocalStorageServices.ReclaimAsync(workspace.Services, stop);
            var summary = await workspace.Get<OnePass>().RunAsync(TimeSpan.FromSeconds(30), stop);
            await PassReport.PrintAsync(summary, workspace, stop);
        }
        if (parse.GetValue(Once))
            return 0;
        await using var app = EmbeddedHost.Build(Settings.Read(folder, given), folder, parse.GetRequiredValue(RunCommand.Listen));
        await Console.Error.WriteLineAsync($"Review site: http://{parse.GetRequiredValue(RunCommand.Listen)}/ — sample newsroom: {newsroom.Address} — data: {folder} — Ctrl+C stops.");
        await EmbeddedHost.RunAsync(app, stop);
        return 0;
    }

    private static async Task<Dictionary<string, string?>> SettingsAsync(Newsroom newsroom, string folder, CancellationToken stop)
    {
        var list = Path.Combine(folder, "newsroom.opml");
        await File.WriteAllTextAsync(list, newsroom.WatchList, stop);
        return new()
        {
            ["NewsWatch:PollFeeds:WatchList"] = list,
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            // The sample articles are of 2015 to 2024: to the demo they are this morning's papers, or nothing in them would be told as news.
            ["NewsWatch:TrackAgreement:LateAfterDays"] = "36500",
            [Settings.LocalStorage] = "true",
        };
    }
}
