using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch agreements export</c>: the ledger in formats others read.</summary>
internal static class AgreementsExportCommand
{
    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write; standard output without it, or for -.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Format = new("--format") { Description = "csv, jsonl or stix.", Required = true };

    private static readonly Option<bool> Bom = new("--bom")
    {
        Description = "Begin a CSV with a byte order mark, by which Excel knows that it is UTF-8.",
    };

    public static Command Build()
    {
        var command = new Command("export", "The whole ledger as CSV (a row a dyad and stage), JSON Lines or STIX 2.1.") { Format, Output, Bom };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var format = WireName.Parse<ExportFormat>(parse.GetValue(Format)) ?? throw new UsageException("--format is csv, jsonl or stix.");
        if (parse.GetValue(Bom) && format != ExportFormat.Csv)
            throw new UsageException("--bom is for --format csv.");
        await using var workspace = Workspace.Open(parse);
        var screen = workspace.Screen.Beside(parse.GetValue(Output));
        var count = await OutputFile.WriteAsync(parse.GetValue(Output), output => Meter.ShowAsync(screen, "Exporting", async meter =>
        {
            if (parse.GetValue(Bom))
                await output.WriteAsync(System.Text.Encoding.UTF8.Preamble.ToArray(), cancellation);
            var written = 0;
            await AgreementExport.WriteAsync(output, format, Counted(), cancellation);
            return written;

            async IAsyncEnumerable<AgreementRecord> Counted()
            {
                await foreach (var record in workspace.Get<AgreementExport>().ReadAsync(cancellation))
                {
                    written++;
                    meter.Step();
                    yield return record;
                }
            }
        }));
        if (OutputFile.IsFile(parse.GetValue(Output)))
            screen.Note($"{count} agreements written to {parse.GetValue(Output)}.");
        return 0;
    }
}
