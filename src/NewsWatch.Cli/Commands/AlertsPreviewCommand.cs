using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Output;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts preview [DEVELOPMENT]</c>: an alert as a channel would tell it, sent to nobody.</summary>
internal static class AlertsPreviewCommand
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Argument<string?> Development = new("DEVELOPMENT")
    {
        Description = "Id of a development, as newswatch alerts history shows it. Default: the latest, else a sample.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = $"As what to show it: {string.Join(", ", NoticeFormats.Names)}.",
        DefaultValueFactory = _ => "text",
    };

    public static Command Build()
    {
        Format.AcceptOnlyFromAmong([.. NoticeFormats.Names]);
        var command = new Command("preview", "Show an alert as a channel would tell it.") { Development, Format };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var notice = AlertNotices.Of(await FindAsync(parse.GetValue(Development), workspace, cancellation));
        var text = NoticeFormats.Render(notice, parse.GetRequiredValue(Format));
        if (workspace.Json && !text.StartsWith('{'))
            JsonOutput.Write(json =>
            {
                json.WriteString("development", notice.Id);
                json.WriteString("subject", notice.Subject);
                json.WriteString("text", text);
            });
        else
            Screen.Out.WriteLine(text.StartsWith('{') ? JsonNode.Parse(text)!.ToJsonString(Indented) : Outside.Text(text.TrimEnd()));
        return 0;
    }

    private static async Task<Alert> FindAsync(string? id, Workspace workspace, CancellationToken cancellation)
    {
        var known = await workspace.Get<OutgoingStore>().ReadAsync(null, cancellation);
        var site = workspace.Get<IOptions<SendAlertsOptions>>().Value.SiteAddress;
        if (id is null)
            return known.Count > 0 ? known[0] : AlertSample.At(workspace.Get<TimeProvider>().GetUtcNow(), site);
        if (known.FirstOrDefault(alert => alert.Development == id) is { } told)
            return told;
        await foreach (var dossier in workspace.Get<DossierStore>().ListAsync(cancellation))
            if (dossier.Developments.FirstOrDefault(noticed => noticed.Development.Id == id) is { } noticed
                && await workspace.Get<AlertComposer>().ComposeAsync(noticed.Development, cancellation) is { } alert)
                return alert;
        throw new FailureException($"There is no development {id} that stands. newswatch developments lists them.");
    }
}
