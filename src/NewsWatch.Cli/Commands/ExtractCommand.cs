using System.CommandLine;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch extract</c>.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string[]> Pages = new("pages")
    {
        Description = "Files or addresses of pages; or one folder of pages, with --output.",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "PATH|URL",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write the texts of a whole folder to, as JSON.",
        HelpName = "OUT.json",
    };

    public static Command Build()
    {
        var command = new Command("extract", "Article text and metadata of pages.") { Pages, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var pages = parse.GetValue(Pages)!;
        if (parse.GetValue(Output) is { } output)
        {
            if (pages is not [var folder] || !Directory.Exists(folder))
                throw new UsageException("--output takes one folder of <id>.html files.");
            await ExtractFolder.RunAsync(folder, output, cancellation);
            return 0;
        }

        await using var workspace = Workspace.Open(parse);
        var readings = new List<(string Page, PageReading Reading)>();
        foreach (var page in pages)
            readings.Add((page, await ReadAsync(page, workspace, cancellation)));
        await ExtractPrinter.PrintAsync(readings, workspace.Json);
        return readings.Exists(read => read.Reading.Kind is PageKind.Unreadable) ? 1 : 0;
    }

    private static async Task<PageReading> ReadAsync(string page, Workspace workspace, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(page, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            if (!File.Exists(page))
                throw new UsageException($"{page} is neither a file nor an http address.");
            return PageReader.Read(await File.ReadAllBytesAsync(page, cancellation), null, null);
        }
        var fetched = await workspace.Get<IFetcher>().FetchAsync(new(address), cancellation);
        return fetched switch
        {
            FetchResult.Fetched got => PageReader.Read(got.Body, got.Headers.GetValueOrDefault("content-type"), got.Address),
            FetchResult.Refused refused => Unreadable($"refused: {refused.Detail}"),
            FetchResult.Failed failed => Unreadable(failed.Detail),
            _ => Unreadable("not modified"),
        };
    }

    private static PageReading Unreadable(string why) => new() { Kind = PageKind.Unreadable, Reason = why };
}
