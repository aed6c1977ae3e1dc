using Microsoft.Extensions.Options;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>Gathers what there is to tell of a development, from its dossier.</summary>
public sealed class AlertComposer(DossierStore dossiers, CheckStore checks, IOptions<SendAlertsOptions> options)
{
    private const int MostSources = 5;
    private const int MostQuotes = 3;

    /// <summary>
    /// The alert of a development. Null where nothing that stands tells it any more, as after a dismissal; a correction is always told,
    /// for it says just that.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such dossier.</exception>
    public async Task<Alert?> ComposeAsync(Development development, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(development);
        var dossier = await dossiers.ReadAsync(development.Agreement, cancellation)
            ?? throw new InvalidOperationException($"agreement {development.Agreement} is not stored");
        var history = StageHistory.Of(dossier);
        return development.Kind == DevelopmentKind.Correction
            ? Correction(development, dossier, history)
            : history.RunOf(development.Stage) is { } run
                ? Tell(Begin(development, dossier, run), run.Entries, development.Article) with
                {
                    Check = AlertCheck.Of(await checks.ReadAsync(development.Id, cancellation)),
                }
                : null;
    }

    private Alert Correction(Development development, Dossier dossier, StageHistory history)
    {
        var run = history.RunOf(development.Stage);
        // The article that took it back comes first, or the one whose word was taken back.
        var own = dossier.Entries.Where(entry => entry.Article == development.Article).OrderByDescending(entry => entry.Stands).ToList();
        var alert = Begin(development, dossier, run) with { Reason = CorrectionReason.Of(development, own) };
        return Tell(alert, [.. own.Take(1).Concat(run?.Entries ?? []).DistinctBy(entry => entry.Article)], development.Article);
    }

    private Alert Begin(Development development, Dossier dossier, StageRun? run) => new()
    {
        Development = development.Id,
        Kind = development.Kind,
        Corrects = development.Corrects,
        At = development.At,
        Agreement = dossier.Id,
        Name = dossier.Name,
        GivenName = dossier.GivenName,
        Type = dossier.Type,
        Parties = dossier.Parties,
        Stage = development.Stage,
        Previous = development.Previous,
        Since = run?.Told.First,
        SinceGrain = run?.Told.Grain ?? DateGrain.Day,
        SinceIsStated = run?.IsDated ?? false,
        Watched = dossier.Watchers.Count > 0,
        Sources = [],
        Dossier = options.Value.SiteAddress is { } site ? new Uri(site, $"agreements/{dossier.Id}") : null,
    };

    private Alert Tell(Alert alert, IReadOnlyList<DossierEntry> entries, string own)
    {
        // An article may hold several pieces of news: the entry of this one comes first, whatever else tells of the agreement.
        var ordered = SourceJudge.BestFirst(entries).OrderByDescending(entry => entry.Article == own).ToList();
        return alert with
        {
            Origins = Corroboration.Origins(entries).Count,
            Governments = Corroboration.Governments(entries),
            Standing = entries.Count > 0 ? entries.Min(SourceJudge.RankOf) : null,
            Score = entries.Count > 0 ? entries.Max(entry => entry.Score ?? 1) : 0,
            Languages = [.. entries.Select(entry => entry.Language).OfType<string>().Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Sources = [.. ordered.Take(MostSources).Select(Source)],
            Decide = options.Value.SiteAddress is { } site && ordered is [var first, ..]
                ? new Uri(site, $"articles/{first.Article}#decide") : null,
        };
    }

    private static AlertSource Source(DossierEntry entry) => new(
        entry.Article,
        entry.Title,
        entry.Address,
        entry.Agency ?? entry.Address.Host,
        SourceJudge.RankOf(entry),
        entry.Language,
        entry.ReportedOn,
        [.. entry.Quotes.Take(MostQuotes).Select(quote => quote.Text)]);
}
