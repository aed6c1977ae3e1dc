using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsWatch.ExtractArticle.Archive;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch export warc</c>: the archive of pages as one WARC file.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Output = new("--output")
    {
        Description = "File to write, usually named .warc.gz.",
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
        var file = Path.GetFullPath(parse.GetValue(Output)!);
        var since = ReadSince(parse.GetValue(Since));
        await using var workspace = Workspace.Open(parse);
        var unfinished = file + ".part";
        var summary = await WriteAsync(workspace.Get<WarcExport>(), file, unfinished, since, cancellation);
        await Console.Out.WriteLineAsync(workspace.Json
            ? JsonSerializer.Serialize(new { file, summary.Pages, summary.Records, summary.Missing }, JsonSerializerOptions.Web)
            : $"{summary.Pages} pages in {summary.Records} records written to {file}."
                + (summary.Missing > 0 ? $" {summary.Missing} pages are recorded but no longer stored." : ""));
        return 0;
    }

    private static async Task<WarcSummary> WriteAsync(
        WarcExport export, string file, string unfinished, DateTimeOffset? since, CancellationToken cancellation)
    {
        try
        {
            WarcSummary summary;
            await using (var output = File.Create(unfinished))
                summary = await export.WriteAsync(Path.GetFileName(file), since, output, cancellation);
            File.Move(unfinished, file, overwrite: true);
            return summary;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written ({failure.Message}). Name a file in a folder you can write to.", failure);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
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
