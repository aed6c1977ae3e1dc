using System.CommandLine;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
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

    public static Option<bool> Worker { get; } = new("--worker")
    {
        Description = "Only work the queues: neither poll nor send digests. For as many copies as you like beside one that does, over an Azure store.",
    };

    public static Command Build()
    {
        var command = new Command(
            "run", "Poll on schedule, run every stage, serve the review site. A line a pass on a terminal, JSON lines elsewhere.")
        {
            Listen,
            PollCommand.Feeds,
            Worker,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var folder = CommonOptions.DataFolder(parse);
        var listen = parse.GetRequiredValue(Listen);
        var settings = Settings.Read(folder, PollCommand.WatchList(parse));
        var isWorker = parse.GetValue(Worker);
        if (isWorker && !Settings.IsAzure(settings))
            throw new UsageException("--worker wants a store that several processes can share: set NewsWatchStorage. A data folder has one at a time.");
        ListenAddress.Check(listen);
        using var hold = PipelineLock.Hold(folder);
        await using var app = EmbeddedHost.Build(settings, folder, listen, Screen.Of(parse), parse.GetValue(CommonOptions.Verbose), isWorker);
        await LocalStorageServices.ReclaimAsync(app.Services, stop);
        await EmbeddedHost.RunAsync(app, listen, folder, stop);
        return 0;
    }
}
