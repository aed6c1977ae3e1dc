using System.Net.Http.Json;
using System.Text.Json;
using NewsWatch.DecideArticle;

namespace NewsWatch.Tests.Review;

public sealed class AccuracyTests
{
    [Fact]
    public async Task Each_decided_agreement_counts_once_by_its_last_decision()
    {
        await using var site = await TestSite.StartAsync();
        var decider = site.Get<ArticleDecider>();
        var article = await site.AddAsync(SampleArticles.Flagged(agreements: SampleArticles.Two));
        await decider.ConfirmAsync(article.Id, "Ana", "", default, "acsa-jp-pt_signed");
        Assert.Equal((1, 0, 0, 0), Of(await ReadAsync()));
        await decider.DismissAsync(article.Id, "Ana", "A visit only.", default, "acsa-jp-pt_signed");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await decider.AddAsync(article.Id, new(AgreementType.Cyber, ["PT", "ES"], AgreementStage.Signed), "Ana", "", default);
        var report = await ReadAsync();
        Assert.Equal((0, 0, 1, 1), Of(report));
        Assert.Equal(0, report.GetProperty("all").GetProperty("precision").GetDouble());
        var rule = report.GetProperty("rules")[0];
        Assert.Equal(("en:sign done:signed", "A visit only."), (rule.GetProperty("name").GetString(), rule.GetProperty("reasons")[0].GetString()));
        Assert.Equal("Example wire", report.GetProperty("feeds")[0].GetProperty("name").GetString());
        Assert.Equal("2026-03", report.GetProperty("byMonth")[0].GetProperty("name").GetString());

        await decider.TakeBackAsync(article.Id, site.Clock.GetUtcNow(), "Ana", default);
        Assert.Equal((0, 0, 1, 0), Of(await ReadAsync()));

        Task<JsonElement> ReadAsync() => site.Browser.GetFromJsonAsync<JsonElement>("/api/accuracy");

        static (int Confirmed, int Corrected, int Dismissed, int Missed) Of(JsonElement report)
        {
            var all = report.GetProperty("all");
            return (Count("confirmed"), Count("corrected"), Count("dismissed"), Count("missed"));

            int Count(string name) => all.GetProperty(name).GetInt32();
        }
    }
}
