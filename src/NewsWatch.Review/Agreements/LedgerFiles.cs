using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Alerts;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;
using NewsWatch.SendAlerts;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Review.Agreements;

/// <summary>The ledger, or one dossier, as files: CSV, JSON, STIX; and a dossier's developments as Atom.</summary>
internal static class LedgerFiles
{
    private static readonly (string Ending, ExportFormat Format)[] Formats =
        [("csv", ExportFormat.Csv), ("jsonl", ExportFormat.JsonLines), ("json", ExportFormat.JsonLines), ("stix", ExportFormat.Stix)];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (ending, format) in Formats)
        {
            if (ending != "json")
                endpoints.MapGet($"/agreements.{ending}", (HttpContext context, AgreementIndex index, DossierStore dossiers, CancellationToken cancellation)
                    => ListAsync(context, index, dossiers, ending, format, cancellation));
            endpoints.MapGet($"/agreements/{{id}}.{ending}", (string id, DossierStore dossiers, CancellationToken cancellation)
                => OneAsync(id, dossiers, ending, format, cancellation));
        }
        endpoints.MapGet("/agreements/{id}.atom", FeedAsync).WithMetadata(new ForFeedReaders());
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, AgreementIndex index, DossierStore dossiers, string ending, ExportFormat format, CancellationToken cancellation)
    {
        var rows = AgreementFilter.Of(context.Request.Query).Of(await index.ReadAsync(cancellation));
        return Results.Stream(
            stream => AgreementExport.WriteAsync(stream, format, RecordsAsync(rows.Select(row => row.Id), dossiers), context.RequestAborted),
            AgreementExport.ContentType(format),
            $"agreements.{ending}");
    }

    private static async Task<IResult> OneAsync(
        string id, DossierStore dossiers, string ending, ExportFormat format, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return Page.NotFound();
        using var content = new MemoryStream();
        await AgreementExport.WriteAsync(content, format, new[] { AgreementRecord.Of(dossier) }.ToAsyncEnumerable(), cancellation);
        return Results.Bytes(
            content.ToArray(), ending == "json" ? "application/json; charset=utf-8" : AgreementExport.ContentType(format), $"{dossier.Id}.{ending}");
    }

    private static async Task<IResult> FeedAsync(
        string id, HttpContext context, DossierStore dossiers, AlertComposer composer, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return Page.NotFound();
        var alerts = new List<Alert>();
        foreach (var noticed in dossier.Developments)
            if (await composer.ComposeAsync(noticed.Development, cancellation) is { } alert)
                alerts.Add(alert);
        var request = context.Request;
        var feed = OutgoingFeed.Of(null, alerts) with
        {
            Id = FeedText.Urn($"alerts/agreement/{dossier.Id}"),
            Title = $"NewsWatch: {AgreementWording.Pact(dossier.Type, dossier.Parties, dossier.GivenName)}",
        };
        return Results.Bytes(
            AtomFormat.Write(feed, new(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: request.Path))), AtomFormat.ContentType);
    }

    private static async IAsyncEnumerable<AgreementRecord> RecordsAsync(IEnumerable<string> ids, DossierStore dossiers)
    {
        foreach (var id in ids)
            if (await dossiers.ReadSoundAsync(id, CancellationToken.None) is { } dossier && AgreementRecord.Of(dossier) is { Stages.Count: > 0 } record)
                yield return record;
    }
}
