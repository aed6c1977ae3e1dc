using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class DossierEditorTests : IDisposable
{
    private readonly LedgerBench bench = new();

    private DossierEditor Editor => bench.Get<DossierEditor>();

    [Fact]
    public async Task A_merged_dossier_keeps_both_histories_and_takes_later_articles()
    {
        var logistics = Told.Acsa(AgreementStage.Negotiating) with { Type = AgreementType.LogisticsSupport };
        await bench.FileAsync(Told.On("2017-01-08", "a", logistics));
        await bench.FileAsync(Told.On("2018-07-13", "b", Told.Acsa(AgreementStage.Signed)));
        Assert.IsType<DossierOutcome.Changed>(await Editor.MergeAsync("logistics-support-fr-jp", "acsa-fr-jp", "Ines", default));
        await bench.FileAsync(Told.On("2019-06-26", "c", logistics with { Stage = AgreementStage.InForce }));

        var dossier = (await bench.DossierAsync("logistics-support-fr-jp"))!;
        Assert.Equal("acsa-fr-jp", dossier.Id);
        Assert.Equal(["logistics-support-fr-jp"], dossier.Aliases);
        Assert.Equal(
            [AgreementStage.Negotiating, AgreementStage.Signed, AgreementStage.InForce], StageHistory.Of(dossier).Runs.Select(run => run.Stage));
        Assert.Equal("acsa-fr-jp_in-force", bench.Developments[^1].Id);
        Assert.Equal((DossierChangeKind.Merged, "Ines"), (dossier.Changes[^1].Kind, dossier.Changes[^1].By));
    }

    [Fact]
    public async Task Dossiers_merged_while_articles_are_filed_lose_none()
    {
        var logistics = Told.Acsa(AgreementStage.Signed) with { Type = AgreementType.LogisticsSupport };
        var articles = Enumerable.Range(0, 20)
            .Select(number => Told.On("2017-01-08", $"outlet{number}", number % 2 == 0 ? logistics : Told.Acsa(AgreementStage.Signed))).ToList();
        foreach (var article in articles)
            await bench.StoreAsync(article);
        await bench.HandleAsync(articles[0].Id);
        await bench.HandleAsync(articles[1].Id);
        await Task.WhenAll(articles.Select(article => Task.Run(() => bench.HandleAsync(article.Id)))
            .Append(Task.Run(() => Editor.MergeAsync("logistics-support-fr-jp", "acsa-fr-jp", "Ines", default))));
        Assert.Equal(
            articles.Select(article => article.Id).Order(), (await bench.DossierAsync("acsa-fr-jp"))!.Entries.Select(entry => entry.Article).Order());
    }

    [Fact]
    public async Task Dossiers_merged_into_each_other_at_once_never_lead_in_a_circle()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2017-01-08", "b", Told.Acsa(AgreementStage.Signed) with { Type = AgreementType.LogisticsSupport }));
        await Task.WhenAll(
            Task.Run(() => Editor.MergeAsync("logistics-support-fr-jp", "acsa-fr-jp", "Ines", default)),
            Task.Run(() => Editor.MergeAsync("acsa-fr-jp", "logistics-support-fr-jp", "Omar", default)));
        Assert.Null((await bench.DossierAsync("acsa-fr-jp"))!.MergedInto);
    }

    [Fact]
    public async Task A_name_given_by_hand_stays_until_it_is_taken_back()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        await Editor.RenameAsync("acsa-fr-jp", "Paris ACSA", "Ines", default);
        await bench.FileAsync(Told.On("2017-01-09", "b", Told.Acsa(AgreementStage.Signed)));
        Assert.Equal("Paris ACSA", (await bench.DossierAsync("acsa-fr-jp"))!.Name);
        await Editor.RenameAsync("acsa-fr-jp", "", "Ines", default);
        Assert.Equal("ACSA", (await bench.DossierAsync("acsa-fr-jp"))!.Name);
    }

    public void Dispose() => bench.Dispose();
}
