using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class DossierEditorTests : IDisposable
{
    private readonly LedgerBench bench = new();

    private DossierEditor Editor => bench.Get<DossierEditor>();

    [Fact]
    public async Task A_merged_dossier_keeps_both_histories_and_takes_later_articles()
    {
        var training = Told.Acsa(AgreementStage.Negotiating) with { Type = AgreementType.Training };
        await bench.FileAsync(Told.On("2017-01-08", "a", training));
        await bench.FileAsync(Told.On("2018-07-13", "b", Told.Acsa(AgreementStage.Signed)));
        Assert.IsType<DossierOutcome.Changed>(await Editor.MergeAsync("training-fr-jp", "acsa-fr-jp", "Ines", false, default));
        await bench.FileAsync(Told.On("2019-06-26", "c", training with { Stage = AgreementStage.InForce }));

        var dossier = (await bench.DossierAsync("training-fr-jp"))!;
        Assert.Equal("acsa-fr-jp", dossier.Id);
        Assert.Equal(["training-fr-jp"], dossier.Aliases);
        Assert.Equal(
            [AgreementStage.Negotiating, AgreementStage.Signed, AgreementStage.InForce], StageHistory.Of(dossier).Runs.Select(run => run.Stage));
        Assert.Equal("acsa-fr-jp_in-force", bench.Developments[^1].Id);
        Assert.Equal((DossierChangeKind.Merged, "Ines"), (dossier.Changes[^1].Kind, dossier.Changes[^1].By));
    }

    [Fact]
    public async Task Dossiers_merged_while_articles_are_filed_lose_none()
    {
        var training = Told.Acsa(AgreementStage.Signed) with { Type = AgreementType.Training };
        var articles = Enumerable.Range(0, 20)
            .Select(number => Told.On("2017-01-08", $"outlet{number}", number % 2 == 0 ? training : Told.Acsa(AgreementStage.Signed))).ToList();
        foreach (var article in articles)
            await bench.StoreAsync(article);
        await bench.HandleAsync(articles[0].Id);
        await bench.HandleAsync(articles[1].Id);
        await Task.WhenAll(articles.Select(article => Task.Run(() => bench.HandleAsync(article.Id)))
            .Append(Task.Run(() => Editor.MergeAsync("training-fr-jp", "acsa-fr-jp", "Ines", false, default))));
        Assert.Equal(
            articles.Select(article => article.Id).Order(), (await bench.DossierAsync("acsa-fr-jp"))!.Entries.Select(entry => entry.Article).Order());
    }

    [Fact]
    public async Task Dossiers_merged_into_each_other_at_once_never_lead_in_a_circle()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2017-01-08", "b", Told.Acsa(AgreementStage.Signed) with { Type = AgreementType.Training }));
        await Task.WhenAll(
            Task.Run(() => Editor.MergeAsync("training-fr-jp", "acsa-fr-jp", "Ines", false, default)),
            Task.Run(() => Editor.MergeAsync("acsa-fr-jp", "training-fr-jp", "Omar", false, default)));
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

    [Fact]
    public async Task Dossiers_of_different_parties_are_merged_only_when_asked_twice_and_come_apart_again()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2018-01-08", "b", Told.Acsa(AgreementStage.Ratified, null, false, "FR", "JP", "PH")));
        Assert.IsType<DossierOutcome.OfOtherParties>(await Editor.MergeAsync("acsa-fr-jp-ph", "acsa-fr-jp", "Ines", false, default));
        Assert.IsType<DossierOutcome.Changed>(await Editor.MergeAsync("acsa-fr-jp-ph", "acsa-fr-jp", "Ines", true, default));
        Assert.Equal("acsa-fr-jp", (await bench.DossierAsync("acsa-fr-jp-ph"))!.Id);
        await bench.FileAsync(Told.On("2019-01-08", "c", Told.Acsa(AgreementStage.InForce, null, false, "FR", "JP", "PH")));
        Assert.Equal(
            [AgreementStage.Signed, AgreementStage.Ratified, AgreementStage.InForce],
            StageHistory.Of((await bench.DossierAsync("acsa-fr-jp"))!).Runs.Select(run => run.Stage));

        Assert.IsType<DossierOutcome.Changed>(await Editor.UndoAsync("acsa-fr-jp-ph", "Ines", default));
        Assert.Equal(
            [AgreementStage.Ratified, AgreementStage.InForce],
            StageHistory.Of((await bench.DossierAsync("acsa-fr-jp-ph"))!).Runs.Select(run => run.Stage));
        Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries);
    }

    [Fact]
    public async Task A_dossier_is_split_by_its_articles_and_the_split_undone()
    {
        var first = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        var second = Told.On("2017-02-08", "b", Told.Acsa(AgreementStage.Ratified));
        await bench.FileAsync(first);
        await bench.FileAsync(second);
        var split = Assert.IsType<DossierOutcome.Changed>(await Editor.SplitAsync("acsa-fr-jp", [second.Id], "Ines", default)).Dossier;
        Assert.Equal(("acsa-fr-jp-2", second.Id), (split.Id, Assert.Single(split.Entries).Article));
        Assert.Equal(first.Id, Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Article);
        Assert.Equal(2, bench.Developments.Count);

        await Editor.UndoAsync("acsa-fr-jp-2", "Omar", default);
        Assert.Equal(2, (await bench.DossierAsync("acsa-fr-jp-2"))!.Entries.Count);
        Assert.Equal("acsa-fr-jp", (await bench.DossierAsync("acsa-fr-jp-2"))!.Id);
        Assert.Equal(DossierChangeKind.Undone, (await bench.DossierAsync("acsa-fr-jp"))!.Changes[^1].Kind);
    }

    [Fact]
    public async Task A_split_asked_again_after_its_part_was_merged_back_is_made_and_undone_like_the_first()
    {
        var second = Told.On("2017-02-08", "b", Told.Acsa(AgreementStage.Ratified));
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(second);
        await Editor.SplitAsync("acsa-fr-jp", [second.Id], "Ines", default);
        await Editor.MergeAsync("acsa-fr-jp-2", "acsa-fr-jp", "Ines", false, default);
        var again = Assert.IsType<DossierOutcome.Changed>(await Editor.SplitAsync("acsa-fr-jp", [second.Id], "Ines", default)).Dossier;
        Assert.Equal(("acsa-fr-jp-3", second.Id), (again.Id, Assert.Single(again.Entries).Article));
        Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries);

        await Editor.UndoAsync("acsa-fr-jp-3", "Omar", default);
        Assert.Equal(2, (await bench.DossierAsync("acsa-fr-jp"))!.Entries.Count);
        await Editor.UndoAsync("acsa-fr-jp-2", "Omar", default);
        Assert.Equal("acsa-fr-jp-2", (await bench.DossierAsync("acsa-fr-jp-2"))!.Id);
    }

    [Fact]
    public async Task Whoever_rules_holds_every_id_that_the_page_showed()
    {
        FoundAgreement Past(AgreementType type, string signed) => Told.Acsa(AgreementStage.Signed, signed, background: true) with { Type = type };
        var shown = Told.On("2018-01-08", "a", Past(AgreementType.Acsa, "2018-01-06"));
        var older = Told.On("2018-02-08", "d", Past(AgreementType.Acsa, "1996-01-06"));
        await bench.FileAsync(shown);
        await bench.FileAsync(Told.On("2018-01-08", "b", Past(AgreementType.Training, "2017-05-09")));
        await bench.FileAsync(Told.On("2018-01-08", "c", Past(AgreementType.ReciprocalAccess, "2016-04-01")));
        Assert.IsType<DossierOutcome.Changed>(await Editor.MergeAsync("training-fr-jp", "reciprocal-access-fr-jp", "Ines", false, default));

        await bench.FileAsync(older);
        Assert.Equal(shown.Id, Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Article);
        Assert.Equal(older.Id, Assert.Single((await bench.DossierAsync("acsa-fr-jp-2"))!.Entries).Article);
    }

    [Fact]
    public async Task An_id_that_is_held_later_does_not_take_the_place_of_the_one_that_was()
    {
        await bench.FileAsync(Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed)));
        var pages = bench.Get<LedgerPageStore>();
        await pages.UpdateAsync("fr-jp", page => page! with { Headings = [new("training-fr-jp", page.Headings[0].Anchor), .. page.Headings] }, default);
        await bench.Get<LedgerWriter>().ChangeAsync(
            "fr-jp", page => PageRulings.Write(page, "training-fr-jp", new("Which is it?", "Ines", bench.Clock.GetUtcNow())), new([]), null, default);
        Assert.Equal("acsa-fr-jp", (await bench.DossierAsync("training-fr-jp"))!.Id);
        Assert.Equal("acsa-fr-jp", (await bench.DossierAsync("acsa-fr-jp"))!.Id);
    }

    [Fact]
    public async Task What_cannot_be_split_is_refused()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article);
        Assert.IsType<DossierOutcome.Refused>(await Editor.SplitAsync("acsa-fr-jp", [article.Id], "Ines", default));
        Assert.IsType<DossierOutcome.Refused>(await Editor.SplitAsync("acsa-fr-jp", ["stranger"], "Ines", default));
        Assert.IsType<DossierOutcome.Refused>(await Editor.UndoAsync("acsa-fr-jp", "Ines", default));
        Assert.IsType<DossierOutcome.NotFound>(await Editor.SplitAsync("acsa-fr-xx", [article.Id], "Ines", default));
    }

    public void Dispose() => bench.Dispose();
}
