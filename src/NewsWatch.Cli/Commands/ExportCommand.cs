using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatch.Cli.Output;
using NewsWatch.ExtractArticle.Archive;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch export warc</c>: the archive of pages as one WARC file.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Output = new("--output")
    {
        Description = "File to write, usually named .warc.gz; - is standard output.",
        HelpName = "FILE.warc.gz",
        Required = true,
    };

    private static readonly Option<string?> Since = new("--since")
    {
        Description = "Only pages fetched at or after this day or time (UTC where no zone is given).",
        HelpName = "DATE",
    };

    public static Command Build()
    {
        var warc = new Command("warc", "Every page as fetched, as WARC 1.1.") { Output, Since };
        warc.SetAction(RunAsync);
        return new("export", "What NewsWatch keeps, in formats others read.") { warc };
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var output = parse.GetValue(Output)!;
        var file = OutputFile.IsFile(output) ? Path.GetFullPath(output) : "pages.warc.gz";
        var since = ReadSince(parse.GetValue(Since));
        await using var workspace = Workspace.Open(parse);
        var screen = workspace.Screen.Beside(output);
        var summary = await OutputFile.WriteAsync(output, stream => Meter.ShowAsync(screen, "Exporting pages", meter
            => workspace.Get<WarcExport>().WriteAsync(Path.GetFileName(file), since, stream, meter.Step, cancellation)));
        var missing = summary.Missing > 0 ? $" {summary.Missing} pages are recorded but no longer stored." : "";
        if (!OutputFile.IsFile(output))
            workspace.Screen.Note($"{summary.Pages} pages in {summary.Records} records.{missing}");
        else if (workspace.Json)
            await Screen.Out.WriteLineAsync(new JsonObject
            {
                ["file"] = file,
                ["pages"] = summary.Pages,
                ["records"] = summary.Records,
                ["missing"] = summary.Missing,
            }.ToJsonString());
        else
            await Screen.Out.WriteLineAsync($"{summary.Pages} pages in {summary.Records} records written to {file}.{missing}");
        return 0;
    }

    private static DateTimeOffset? ReadSince(string? text)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? since
            : throw new UsageException($"--since {text} is no date. Write it as 2026-03-31 or 2026-03-31T08:00Z.");
    }
}
