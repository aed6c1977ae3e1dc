using System.CommandLine;
using NewsWatch.Cli.Hosting;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch run</c>: the embedded host, until Ctrl+C.</summary>
internal static class RunCommand
{
    public static Option<string> Listen { get; } = new("--listen")
    {
        Description = "Address and port of the review site.",
        HelpName = "ADDRESS:PORT",
        DefaultValueFactory = _ => EmbeddedHost.DefaultListen,
    };

    public static Command Build()
    {
        var command = new Command("run", "Poll on schedule, run every stage, serve the review site.") { Listen, PollCommand.Feeds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var folder = CommonOptions.DataFolder(parse);
        var settings = Settings.Read(folder, PollCommand.WatchList(parse));
        using var hold = PipelineLock.Hold(folder);
        await using var app = EmbeddedHost.Build(settings, folder, parse.GetRequiredValue(Listen));
        await LocalStorageServices.ReclaimAsync(app.Services, stop);
        await Console.Error.WriteLineAsync($"Watching. Review site: http://{parse.GetRequiredValue(Listen)}/ — data: {folder} — Ctrl+C stops.");
        await EmbeddedHost.RunAsync(app, stop);
        return 0;
    }
}
