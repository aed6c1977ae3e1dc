using System.CommandLine;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds parse</c>: what the parser makes of a folder of feeds, without a network.</summary>
internal static class FeedsParseCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new Argument<DirectoryInfo>("folder")
    {
        Description = "Folder with index.json ({id: {headers?, url?}}) and feeds/<id>.",
    }.AcceptExistingOnly();

    private static readonly Option<string> Output = new("--output")
    {
        Description = "File to write {id: {feed, items, ms}} or {id: {error}} to; - is standard output.",
        Required = true,
        HelpName = "OUT.json",
    };

    private static readonly Option<int> Passes = new("--passes")
    {
        Description = "Timed readings of each feed, after a warm-up; ms is their median. 0 reads each once and leaves ms out.",
        DefaultValueFactory = _ => 3,
    };

    public static Command Build()
    {
        var command = new Command("parse", "Parses a folder of stored feeds and writes what they say.") { Folder, Output, Passes };
        command.SetAction((parse, cancellation) =>
            FeedsFolder.RunAsync(
                parse.GetValue(Folder)!.FullName, parse.GetValue(Output)!, parse.GetValue(Passes), Screen.Of(parse), cancellation));
        return command;
    }
}
