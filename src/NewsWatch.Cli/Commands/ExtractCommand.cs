using System.CommandLine;
using NewsWatch.Cli.Classify;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch extract</c>.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string[]> Pages = new("pages")
    {
        Description = "Files or addresses of pages, - for standard input; or one folder of pages, with --output.",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "PATH|URL",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write the texts of a whole folder to, as JSON; - is standard output.",
        HelpName = "OUT.json",
    };

    private static readonly Option<bool> Why = new("--why")
    {
        Description = "Show each block of a page, how likely it is part of the article, and what left it out.",
    };

    public static Command Build()
    {
        var command = new Command("extract", "Article text and metadata of pages.") { Pages, Output, Why };
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
            await ExtractFolder.RunAsync(folder, output, Screen.Of(parse), cancellation);
            return 0;
        }

        await using var workspace = Workspace.Open(parse);
        var readings = new List<ExtractedPage>();
        var screen = workspace.Screen;
        var code = await EachSource.RunAsync(pages, screen, async page =>
        {
            var read = await ReadAsync(page, workspace, parse.GetValue(Why), cancellation);
            readings.Add(read);
            if (screen.Json)
                return;
            if (read.Reading.Kind is PageKind.Unreadable)
                throw new FailureException($"{InputFile.NameOf(page)} cannot be read: {read.Reading.Reason}");
            await Screen.Out.WriteLineAsync(ExtractPrinter.Plain(read));
        });
        if (screen.Json)
            await Screen.Out.WriteLineAsync(ExtractPrinter.Json(readings));
        return readings.Exists(read => read.Reading.Kind is PageKind.Unreadable) ? CommandLine.Failed : code;
    }

    private static async Task<ExtractedPage> ReadAsync(string page, Workspace workspace, bool why, CancellationToken cancellation)
    {
        if (!ArticleSource.IsAddress(page, out var address))
            return Read(page, await InputFile.ReadAsync(page, cancellation), null, null, why, cancellation);
        var fetched = await workspace.Get<IFetcher>().FetchAsync(new(address), cancellation);
        return fetched switch
        {
            FetchResult.Fetched got => Read(page, got.Body, got.Headers.GetValueOrDefault("content-type"), got.Address, why, cancellation),
            FetchResult.Refused refused => Unreadable(page, $"refused: {refused.Detail}"),
            FetchResult.Failed failed => Unreadable(page, failed.Detail),
            _ => Unreadable(page, "not modified"),
        };
    }

    private static ExtractedPage Read(
        string page, ReadOnlyMemory<byte> body, string? contentType, Uri? address, bool why, CancellationToken cancellation)
    {
        if (!why)
            return new(page, PageReader.Read(body, contentType, address, cancellation), []);
        var (reading, blocks) = PageReader.Explain(body, contentType, address);
        return new(page, reading, blocks);
    }

    private static ExtractedPage Unreadable(string page, string why) => new(page, new() { Kind = PageKind.Unreadable, Reason = why }, []);
}

/// <summary>A page as it was read.</summary>
/// <param name="Page">Its path or address, as asked for.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Blocks">Why each block was taken or left; empty where that was not asked.</param>
internal sealed record ExtractedPage(string Page, PageReading Reading, IReadOnlyList<BlockVerdict> Blocks);
