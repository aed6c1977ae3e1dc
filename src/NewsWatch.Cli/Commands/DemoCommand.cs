using System.CommandLine;
using NewsWatch.Cli.Demo;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch demo</c>: the whole pipeline on the sample newsroom.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Once = new("--once") { Description = "One pass, a summary, and no review site." };

    public static Command Build()
    {
        var command = new Command(
            "demo", "Try it: the whole pipeline on the bundled sample newsroom, and the review site.") { Once, RunCommand.Listen };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var folder = parse.GetValue(CommonOptions.Data) is null
            ? Path.Combine(CommonOptions.DataFolder(parse), "demo")
            : CommonOptions.DataFolder(parse);
        var screen = Screen.Of(parse);
        screen.Note("Demo: five sample feeds are polled, their articles read and the agreements in them filed, all on this machine.");
        screen.Note($"Data: {folder}");
        var once = parse.GetValue(Once);
        var listen = once ? "" : Listen(parse, screen);
        using var hold = PipelineLock.Hold(folder);
        await using var newsroom = await Newsroom.StartAsync(Newsroom.UsualPort, stop);
        var given = Given();
        await using (var workspace = Workspace.Open(parse, given, folder, creates: true))
        {
            await WatchAsync(newsroom, workspace, stop);
            await LocalStorageServices.ReclaimAsync(workspace.Services, stop);
            var summary = await Meter.ShowAsync(
                screen, "Polling feeds", meter => workspace.Get<OnePass>().RunAsync(TimeSpan.FromSeconds(30), meter, stop));
            await PassReport.PrintAsync(summary, workspace, stop);
        }
        if (once)
        {
            screen.Note($"Look on: newswatch agreements list --data {Quoted(folder)}, or newswatch demo for the review site.");
            return 0;
        }
        await using var app = EmbeddedHost.Build(
            Settings.Read(folder, given), folder, listen, screen, parse.GetValue(CommonOptions.Verbose));
        await EmbeddedHost.RunAsync(app, listen, folder, stop);
        return 0;
    }

    /// <summary>The usual address, or where another program has it the next that is free; one that was asked for must be free.</summary>
    private static string Listen(ParseResult parse, Screen screen)
    {
        var asked = parse.GetRequiredValue(RunCommand.Listen);
        if (parse.GetResult(RunCommand.Listen) is { Implicit: false })
        {
            ListenAddress.Check(asked);
            return asked;
        }
        var free = ListenAddress.FreeFrom(asked, but: Newsroom.UsualPort);
        if (free != asked)
            screen.Note($"{asked} is taken: the review site will be at {free}.");
        return free;
    }

    /// <summary>The newsroom's feeds are the folder's own list, so that every other verb sees them.</summary>
    private static async Task WatchAsync(Newsroom newsroom, Workspace workspace, CancellationToken stop)
    {
        using var list = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(newsroom.WatchList));
        var feeds = WatchListStore.Read(list, "the sample newsroom");
        await workspace.Get<WatchListStore>().ChangeAsync(_ => feeds, alone: true, stop);
    }

    private static Dictionary<string, string?> Given() => new()
    {
        // Whatever list the user's own settings name: the demo polls its newsroom alone.
        [$"{PollFeedsOptions.Section}:{nameof(PollFeedsOptions.WatchList)}"] = "",
        ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
        ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
        // The sample articles are of 2015 to 2024: to the demo they are this morning's papers, or nothing in them would be told as news,
        // and its feeds would have gone quiet.
        ["NewsWatch:TrackAgreement:LateAfterDays"] = "36500",
        [$"{PollFeedsOptions.Section}:{nameof(PollFeedsOptions.QuietAfter)}"] = "36500.00:00:00",
        [Settings.LocalStorage] = "true",
    };

    private static string Quoted(string folder) => folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
}
