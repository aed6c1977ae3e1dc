using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>What was told and does not stand is taken back, and the true event is still told.</summary>
public sealed class CorrectionTests : IDisposable
{
    private readonly LedgerBench bench = new();

    [Fact]
    public async Task A_signature_that_one_outlet_told_and_others_do_not_bear_out_is_corrected_and_the_true_one_told()
    {
        await bench.FileAsync(Told.On("2025-04-20", "a", Told.Acsa(AgreementStage.Negotiating)));
        await bench.FileAsync(Told.On("2025-04-29", "b", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2025-06-02", "c", Told.Acsa(AgreementStage.Negotiating)));
        await bench.FileAsync(Told.On("2025-06-20", "d", Told.Acsa(AgreementStage.Negotiating)));
        await bench.FileAsync(Told.On("2026-01-15", "e", Told.Acsa(AgreementStage.Signed, "2026-01-15")));
        Assert.Equal(
            ["acsa-fr-jp_negotiating", "acsa-fr-jp_signed", "acsa-fr-jp_signed_corrected", "acsa-fr-jp_signed_2"],
            bench.Developments.Select(development => development.Id));
        var correction = bench.Developments[2];
        Assert.Equal(
            (DevelopmentKind.Correction, "acsa-fr-jp_signed", AgreementStage.Negotiating, AgreementStage.Signed),
            (correction.Kind, correction.Corrects, correction.Stage, correction.Previous));
    }

    [Fact]
    public async Task A_denial_takes_back_what_one_outlet_told()
    {
        await bench.FileAsync(Told.On("2025-04-29", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2025-04-30", "b", Told.Acsa(AgreementStage.Signed) with { Denies = true }));
        await bench.FileAsync(Told.On("2026-01-15", "c", Told.Acsa(AgreementStage.Signed)));
        Assert.Equal(
            ["acsa-fr-jp_signed", "acsa-fr-jp_signed_corrected", "acsa-fr-jp_signed_2"], bench.Developments.Select(development => development.Id));
    }

    [Fact]
    public async Task What_two_outlets_told_stands_against_one_denial()
    {
        await bench.FileAsync(Told.On("2025-04-29", "a", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2025-04-29", "b", Told.Acsa(AgreementStage.Signed)));
        await bench.FileAsync(Told.On("2025-04-30", "c", Told.Acsa(AgreementStage.Signed) with { Denies = true }));
        Assert.Equal("acsa-fr-jp_signed", Assert.Single(bench.Developments).Id);
    }

    [Fact]
    public async Task A_denial_of_a_signature_leaves_the_talks_standing()
    {
        await bench.FileAsync(Told.On("2025-04-20", "a", Told.Acsa(AgreementStage.Negotiating)));
        await bench.FileAsync(Told.On("2025-04-30", "b", Told.Acsa(AgreementStage.Signed) with { Denies = true }));
        Assert.Equal("acsa-fr-jp_negotiating", Assert.Single(bench.Developments).Id);
        Assert.True(Assert.Single(StageHistory.Of((await bench.DossierAsync("acsa-fr-jp"))!).Contradictions).Denies);
    }

    [Fact]
    public async Task A_denial_alone_is_filed_and_tells_nothing()
    {
        await bench.FileAsync(Told.On("2025-04-30", "b", Told.Acsa(AgreementStage.Signed) with { Denies = true }));
        Assert.Empty(bench.Developments);
        Assert.Null(StageHistory.Of((await bench.DossierAsync("acsa-fr-jp"))!).Current);
    }

    [Fact]
    public async Task A_dismissed_article_s_news_is_corrected_once()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article);
        await bench.DecideAsync(article.Id, new(Verdict.Dismissed, "an exercise", "Ines", bench.Clock.GetUtcNow()));
        await bench.HandleAsync(article.Id);
        Assert.Equal(["acsa-fr-jp_signed", "acsa-fr-jp_signed_corrected"], bench.Developments.Select(development => development.Id));
        Assert.Equal(AgreementStage.Mentioned, bench.Developments[1].Stage);
    }

    [Fact]
    public async Task What_an_edit_removes_is_corrected_but_not_what_another_article_still_tells()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed), Told.Acsa(AgreementStage.Signed, null, false, "FR", "PH"));
        await bench.FileAsync(article);
        await bench.FileAsync(Told.On("2017-01-08", "b", Told.Acsa(AgreementStage.Signed)));
        await bench.Get<ArticleStore>().UpdateAsync(article.Id, found => found with { Classification = new(false, 0.1, [], "2") }, default);
        await bench.HandleAsync(article.Id);
        Assert.Equal("acsa-fr-ph_signed", Assert.Single(bench.Developments, one => one.Kind == DevelopmentKind.Correction).Corrects);
    }

    [Fact]
    public async Task A_stage_reached_long_before_it_is_first_read_is_learned_late()
    {
        using var punctual = new LedgerBench(30);
        await punctual.FileAsync(Told.On("2026-03-03", "a", Told.Acsa(AgreementStage.Signed, "2025-12-01")));
        await punctual.FileAsync(Told.On("2026-03-03", "b", Told.Acsa(AgreementStage.Signed, "2026-03-02", false, "FR", "PH")));
        Assert.Equal(
            [("acsa-fr-jp_signed", DevelopmentKind.Late), ("acsa-fr-ph_signed", DevelopmentKind.News)],
            punctual.Developments.Select(development => (development.Id, development.Kind)));
    }

    [Fact]
    public async Task A_look_back_without_a_day_is_late_where_the_day_is_known()
    {
        var known = new KnownAgreement("ACSA of 2018", AgreementType.Acsa, ["FR", "JP"], new(new(2018, 7, 13), DateGrain.Day), null, null, [], "");
        using var punctual = new LedgerBench(30, known);
        await punctual.FileAsync(Told.On("2026-03-03", "a", Told.Acsa(AgreementStage.Signed)));
        Assert.Equal(DevelopmentKind.Late, Assert.Single(punctual.Developments).Kind);
    }

    [Fact]
    public async Task What_an_article_only_mentions_is_filed_as_background()
    {
        var article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));
        await bench.FileAsync(article with
        {
            State = ArticleState.Mentions,
            Classification = article.Classification! with { Flagged = false, Mentions = true },
        });
        Assert.Empty(bench.Developments);
        Assert.True(Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Background);
    }

    [Fact]
    public async Task Every_piece_of_news_of_an_article_is_told()
    {
        await bench.FileAsync(Told.On(
            "2025-06-06", "a", Told.Acsa(AgreementStage.Ratified, null, false, "IT", "JP"), Told.Acsa(AgreementStage.Ratified, null, false, "JP", "PH")));
        Assert.Equal(["acsa-it-jp_ratified", "acsa-jp-ph_ratified"], bench.Developments.Select(development => development.Id));
    }

    public void Dispose() => bench.Dispose();
}
