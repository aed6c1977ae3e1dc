using Microsoft.Extensions.Options;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>Words a development for the channels, from its dossier.</summary>
public sealed class AlertComposer(DossierStore dossiers, IOptions<SendAlertsOptions> options)
{
    private const int MostSources = 5;

    /// <summary>The notice of a development; null where nothing that stands tells it any more, as after a dismissal.</summary>
    /// <exception cref="InvalidOperationException">There is no such dossier.</exception>
    public async Task<Notice?> ComposeAsync(Development development, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(development);
        var dossier = await dossiers.ReadAsync(development.Agreement, cancellation)
            ?? throw new InvalidOperationException($"agreement {development.Agreement} is not stored");
        var run = StageHistory.Of(dossier).Runs.LastOrDefault(run => run.Stage == development.Stage);
        if (run is null)
            return null;
        var alert = new Alert(
            development.Id,
            dossier.Id,
            dossier.Name,
            dossier.Type,
            dossier.Parties,
            development.Stage,
            development.Previous,
            run.Told.First,
            run.IsDated,
            [.. SourceJudge.BestFirst(run.Entries).Take(MostSources).Select(Source)],
            options.Value.SiteAddress is { } site ? new Uri(site, $"agreements/{dossier.Id}") : null)
        { SinceGrain = run.Told.Grain };
        return new(development.Id, development.At, AlertWording.Subject(alert), AlertWording.Text(alert), alert.Review ?? alert.Sources[0].Address)
        {
            Alert = alert,
        };
    }

    private static AlertSource Source(DossierEntry entry)
        => new(entry.Title, entry.Address, entry.ReportedOn, [.. entry.Quotes.Select(quote => quote.Text)]);
}
