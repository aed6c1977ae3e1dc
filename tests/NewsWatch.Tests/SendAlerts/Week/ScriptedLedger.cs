using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts.Week;

/// <summary>
/// Files articles and notices developments as the script says, in the ledger's own records: what the ledger would decide is the ledger's
/// tests' matter, here it is given.
/// </summary>
internal sealed class ScriptedLedger(IServiceProvider services)
{
    private readonly Dictionary<string, Development> told = new(StringComparer.Ordinal);
    private readonly HashSet<string> outlets = new(StringComparer.Ordinal);

    public int Articles { get; private set; }

    public int Outlets => outlets.Count;

    /// <summary>
    /// News of a pact, as <c>acsa-fr-jp</c>, in each of the outlets; the first one makes it, the others bear it out or reprint it.
    /// </summary>
    public async Task NewsAsync(string pact, AgreementStage stage, string? before, params string[] from)
    {
        var articles = await FileAsync(pact, stage, null, from);
        await NoticeAsync(pact, stage, before, articles[0], DevelopmentKind.News);
    }

    /// <summary>A stage of years ago, read only now.</summary>
    public async Task LateAsync(string pact, AgreementStage stage, DateOnly since, params string[] from)
    {
        var articles = await FileAsync(pact, stage, since, from);
        await NoticeAsync(pact, stage, null, articles[0], DevelopmentKind.Late);
    }

    /// <summary>More articles that say what is known, as reprints and edits do: no development.</summary>
    public Task MoreAsync(string pact, AgreementStage stage, params string[] from) => FileAsync(pact, stage, null, from);

    /// <summary>The message comes a second time, as messages do.</summary>
    public Task AgainAsync(string pact, AgreementStage stage) => SendAsync(told[$"{pact}_{WireName.Of(stage)}"]);

    /// <summary>What was told does not stand: an article was edited, or a denial came from an outlet.</summary>
    public async Task TakeBackAsync(string pact, AgreementStage stage, EntryStanding how, string? denial)
    {
        var wrong = told[$"{pact}_{WireName.Of(stage)}"];
        if (denial is not null)
            await FileAsync(pact, AgreementStage.Mentioned, null, denial);
        var dossier = await services.GetRequiredService<DossierStore>().UpdateAsync(
            pact,
            found => found! with
            {
                Entries = [.. found.Entries.Select(entry => entry.Stage == stage
                    ? entry with { Standing = how, Decision = how == EntryStanding.Dismissed ? new("Ines", Now, "denied by the ministry") : null }
                    : entry)],
            },
            default);
        var stands = StageHistory.Of(dossier!).Runs.LastOrDefault(run
            => run.Stage != AgreementStage.Mentioned)?.Stage ?? AgreementStage.Mentioned;
        await SendAsync(new(wrong.Id + "_corrected", pact, stands, stage, wrong.Article, Now) { Kind = DevelopmentKind.Correction, Corrects = wrong.Id });
    }

    private DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private async Task NoticeAsync(string pact, AgreementStage stage, string? before, string article, DevelopmentKind kind)
    {
        var development = new Development(
            AgreementId.OfDevelopment(pact, stage, 1), pact, stage, WireName.Parse<AgreementStage>(before), article, Now)
        {
            Kind = kind,
        };
        told[$"{pact}_{WireName.Of(stage)}"] = development;
        await SendAsync(development);
    }

    private Task SendAsync(Development development) => services.GetRequiredService<IQueues>().SendJsonAsync(
        Pipeline.SendAlerts, development, NewsWatchJson.Default.Development, default);

    private async Task<List<string>> FileAsync(string pact, AgreementStage stage, DateOnly? since, params string[] from)
    {
        var type = Enum.GetValues<AgreementType>().First(type => pact.StartsWith(WireName.Of(type) + "-", StringComparison.Ordinal));
        string[] parties = pact[(WireName.Of(type).Length + 1)..].ToUpperInvariant().Split('-');
        var ids = new List<string>();
        foreach (var outlet in from)
        {
            outlets.Add(outlet);
            var address = new Uri($"https://{outlet}.example/{++Articles}");
            ids.Add(ArticleId.Of(address));
            var entry = new DossierEntry
            {
                Article = ids[^1],
                Title = $"Report {Articles} of {outlet}",
                Address = address,
                ReportedOn = DateOnly.FromDateTime(Now.UtcDateTime),
                Type = type,
                Name = WireName.Of(type),
                Parties = parties,
                Stage = stage,
                StatedDate = since,
                Quotes = [new(string.Create(CultureInfo.InvariantCulture, $"Sentence {Articles} proves it."), 0, 8, false, ["rule"])],
                FiledAt = Now,
                Language = "en",
                Story = ids[0],
                Score = 0.9,
            };
            await services.GetRequiredService<DossierStore>().UpdateAsync(
                pact,
                found => (found ?? new Dossier { Id = pact, Type = type, Parties = parties, OpenedAt = Now }) is var dossier
                    ? dossier with { Entries = [.. dossier.Entries, entry] }
                    : null,
                default);
        }
        return ids;
    }
}
