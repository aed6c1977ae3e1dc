using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class AgreementTrackerTests : IDisposable
{
    private readonly LedgerBench bench = new();

    [Fact]
    public async Task An_article_opens_a_dossier_and_makes_a_development_however_often_it_is_delivered()
    {
        var article = Told.On("2017-01-08", "ministry", Told.Acsa(AgreementStage.Negotiating));
        await bench.FileAsync(article);
        var stored = bench.Blobs.Text("agreements/acsa-fr-jp.json");
        await bench.HandleAsync(article.Id);
        await bench.HandleAsync(article.Id);

        Assert.Equal(stored, bench.Blobs.Text("agreements/acsa-fr-jp.json"));
        var development = Assert.Single(bench.Developments);
        Assert.Equal(
            new("acsa-fr-jp_negotiating", "acsa-fr-jp", AgreementStage.Negotiating, null, article.Id, bench.Clock.GetUtcNow()), development);
        var entry = Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries);
        Assert.Equal("They signed the pact on Tuesday.", Assert.Single(entry.Quotes).Text);
    }

    [Fact]
    public async Task Background_is_filed_without_a_development()
    {
        await bench.FileAsync(Told.On(
            "2017-01-08",
            "ministry",
            Told.Acsa(AgreementStage.Negotiating),
            Told.Acsa(AgreementStage.Signed, background: true, parties: ["JP", "US"])));
        Assert.Equal("acsa-fr-jp_negotiating", Assert.Single(bench.Developments).Id);
        Assert.Equal(AgreementStage.Signed, StageHistory.Of((await bench.DossierAsync("acsa-jp-us"))!).Current!.Stage);
    }

    [Fact]
    public async Task A_newer_stage_is_a_development_and_an_older_one_that_comes_late_is_none()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Negotiating)));
        await bench.FileAsync(Told.On("2018-07-13", "b", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2018-02-01", "c", Told.Acsa(AgreementStage.AgreedInPrinciple)));
        await bench.FileAsync(Told.On("2018-07-14", "d", Told.Acsa(AgreementStage.Signed)));
        Assert.Equal(["acsa-fr-jp_negotiating", "acsa-fr-jp_signed"], bench.Developments.Select(development => development.Id));
        Assert.Equal(AgreementStage.Negotiating, bench.Developments[1].Previous);
    }

    [Fact]
    public async Task What_comes_into_force_again_after_a_suspension_is_told_again()
    {
        await bench.FileAsync(Told.On("2016-11-23", "a", Told.Acsa(AgreementStage.InForce)));
        await bench.FileAsync(Told.On("2019-08-22", "b", Told.Acsa(AgreementStage.Terminated)));
        await bench.FileAsync(Told.On("2019-11-22", "c", Told.Acsa(AgreementStage.InForce)));
        await bench.FileAsync(Told.On("2019-11-23", "d", Told.Acsa(AgreementStage.InForce)));
        Assert.Equal(
            ["acsa-fr-jp_in-force", "acsa-fr-jp_terminated", "acsa-fr-jp_in-force_2"], bench.Developments.Select(development => development.Id));
    }

    [Fact]
    public async Task A_crash_before_any_write_or_send_loses_nothing_and_repeats_no_development()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Negotiating), Told.Acsa(AgreementStage.Signed, null, true, "JP", "US"));
        for (var step = 1; ; step++)
        {
            using var one = new LedgerBench();
            await one.StoreAsync(article);
            one.Crashes.Restart(step);
            var crashed = false;
            try
            {
                await one.HandleAsync(article.Id);
            }
            catch (CrashException)
            {
                crashed = true;
            }
            one.Crashes.Restart(0);
            await one.HandleAsync(article.Id);

            Assert.Equal("acsa-fr-jp_negotiating", Assert.Single(one.Developments.DistinctBy(development => development.Id)).Id);
            Assert.NotNull(Assert.Single((await one.DossierAsync("acsa-fr-jp"))!.Developments).SentAt);
            Assert.NotNull(await one.DossierAsync("acsa-jp-us"));
            if (!crashed)
                return;
        }
    }

    [Fact]
    public async Task A_damaged_dossier_is_folded_anew_from_its_page()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Negotiating)));
        await bench.Blobs.WriteAsync("agreements/acsa-fr-jp.json", "{"u8.ToArray(), WriteCondition.Always, default);
        await bench.FileAsync(Told.On("2018-07-13", "b", Told.Acsa(AgreementStage.Signed)));
        Assert.Equal(2, (await bench.DossierAsync("acsa-fr-jp"))!.Entries.Count);
        Assert.Contains("damaged/agreements/acsa-fr-jp.json", bench.Blobs.Names);
    }

    [Fact]
    public async Task Concurrent_writers_lose_nothing()
    {
        var articles = Enumerable.Range(0, 24).Select(number => Told.On("2017-01-08", $"outlet{number}", Told.Acsa(AgreementStage.Signed))).ToList();
        foreach (var article in articles)
            await bench.StoreAsync(article);
        await Task.WhenAll(articles.Concat(articles).Select(article => Task.Run(() => bench.HandleAsync(article.Id))));

        var dossier = (await bench.DossierAsync("acsa-fr-jp"))!;
        Assert.Equal(articles.Select(article => article.Id).Order(), dossier.Entries.Select(entry => entry.Article).Order());
        Assert.Single(dossier.Developments);
        Assert.Single(bench.Developments.DistinctBy(development => development.Id));
    }

    [Fact]
    public async Task A_dismissed_article_stays_in_the_dossier_and_counts_no_more()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article);
        await bench.DecideAsync(article.Id, new(Verdict.Dismissed, "an exercise", "Ines", bench.Clock.GetUtcNow()));
        var dossier = (await bench.DossierAsync("acsa-fr-jp"))!;
        var entry = Assert.Single(dossier.Entries);
        Assert.Equal((EntryStanding.Dismissed, "Ines", "an exercise"), (entry.Standing, entry.Decision!.By, entry.Decision.Reason));
        Assert.Null(StageHistory.Of(dossier).Current);
    }

    [Fact]
    public async Task A_correction_moves_the_article_to_the_right_dossier()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article);
        var corrected = Told.Acsa(AgreementStage.Negotiating, null, false, "FR", "PH");
        await bench.DecideAsync(article.Id, new(Verdict.Confirmed, "", "Ines", bench.Clock.GetUtcNow()) { Corrected = corrected });

        Assert.Equal(EntryStanding.Corrected, Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Standing);
        Assert.Equal(EntryStanding.Confirmed, Assert.Single((await bench.DossierAsync("acsa-fr-ph"))!.Entries).Standing);
        Assert.Equal(
            ["acsa-fr-jp_signed", "acsa-fr-jp_signed_corrected", "acsa-fr-ph_negotiating"], bench.Developments.Select(development => development.Id).Order());
    }

    [Fact]
    public async Task An_article_that_no_longer_tells_of_an_agreement_is_withdrawn_from_its_dossier()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article);
        await bench.Get<ArticleStore>().UpdateAsync(
            article.Id, found => found with { Classification = new(false, 0.1, [], "2") }, default);
        await bench.HandleAsync(article.Id);
        Assert.Equal(EntryStanding.Withdrawn, Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Standing);
    }

    public void Dispose() => bench.Dispose();
}
