using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.DecideArticle;
using NewsWatch.Tests.TrackAgreement;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.DecideArticle;

public sealed class ArticleDeciderTests : IDisposable
{
    private readonly LedgerBench bench = new();
    private readonly Article article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));

    private ArticleDecider Decider => new(bench.Get<ArticleStore>(), bench.Get<Journal>(), bench.Sent, bench.Clock);

    [Fact]
    public async Task A_dismissal_is_kept_with_who_when_and_why_and_sent_to_the_ledger()
    {
        await bench.StoreAsync(article);
        var kept = Assert.IsType<DecisionOutcome.Kept>(await Decider.DismissAsync(article.Id, " Ines ", " an exercise ", default));
        Assert.Equal(new(Verdict.Dismissed, "an exercise", "Ines", bench.Clock.GetUtcNow()), Assert.Single(kept.Article.Decisions));
        Assert.Equal(Pipeline.TrackAgreement, Assert.Single(bench.Sent.All).Queue);
        var line = Assert.Single(await LinesAsync());
        Assert.Equal((JournalKind.Decision, Verdict.Dismissed, "Ines"), (line.Kind, line.Verdict, line.By));
    }

    [Fact]
    public async Task The_same_decision_again_is_kept_once_and_sent_again()
    {
        await bench.StoreAsync(article);
        await Decider.ConfirmAsync(article.Id, "Ines", null, default);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = Assert.IsType<DecisionOutcome.Kept>(await Decider.ConfirmAsync(article.Id, "Ines", null, default));
        Assert.Single(again.Article.Decisions);
        Assert.Equal(2, bench.Sent.All.Count);
    }

    [Fact]
    public async Task A_correction_keeps_name_and_evidence_of_what_it_corrects()
    {
        await bench.StoreAsync(article);
        var outcome = await Decider.CorrectAsync(article.Id, new(AgreementType.ReciprocalAccess, ["jp", "ph"], AgreementStage.Ratified), "Ines", "", default);
        var corrected = Assert.IsType<DecisionOutcome.Kept>(outcome).Article.Decisions[^1].Corrected!;
        Assert.Equal((AgreementType.ReciprocalAccess, AgreementStage.Ratified, "ACSA"), (corrected.Type, corrected.Stage, corrected.Name));
        Assert.Equal(["JP", "PH"], corrected.Parties);
        Assert.Equal(article.Classification!.Agreements[0].Evidence, corrected.Evidence);
    }

    [Fact]
    public async Task Each_agreement_of_an_article_is_decided_on_by_itself_and_the_ledger_follows()
    {
        var several = Told.On(
            "2017-01-09", "s", Told.Acsa(AgreementStage.Signed), Told.Acsa(AgreementStage.Ratified, null, false, "IT", "JP"), Told.Acsa(AgreementStage.InForce, null, true, "FR", "PH"));
        await bench.StoreAsync(several);
        await Decider.DismissAsync(several.Id, "Ines", "of last year", default, "acsa-it-jp_ratified");
        await Decider.CorrectAsync(several.Id, new(AgreementType.Acsa, ["FR", "PH"], AgreementStage.Signed), "Ines", "", default, "acsa-fr-ph_in-force");
        await Decider.AddAsync(several.Id, new(AgreementType.Cyber, ["FR", "DE"], AgreementStage.Negotiating), "Ines", "", default);
        await bench.HandleAsync(several.Id);

        Assert.Equal(AgreementStage.Signed, StageHistory.Of((await bench.DossierAsync("acsa-fr-jp"))!).Current!.Stage);
        Assert.Null(StageHistory.Of((await bench.DossierAsync("acsa-it-jp"))!).Current);
        Assert.Equal(AgreementStage.Signed, StageHistory.Of((await bench.DossierAsync("acsa-fr-ph"))!).Current!.Stage);
        Assert.Equal(EntryStanding.Confirmed, Assert.Single((await bench.DossierAsync("cyber-de-fr"))!.Entries).Standing);
    }

    [Fact]
    public async Task None_of_it_goes_over_every_earlier_decision_on_a_part()
    {
        await bench.StoreAsync(article);
        await Decider.ConfirmAsync(article.Id, "Ines", null, default, "acsa-fr-jp_signed");
        await Decider.AddAsync(article.Id, new(AgreementType.Cyber, ["FR", "DE"], AgreementStage.Negotiating), "Ines", "", default);
        await Decider.DismissAsync(article.Id, "Omar", "an exercise", default);
        var stored = (await bench.Get<ArticleStore>().ReadAsync(article.Id, default))!;
        Assert.Equal((Verdict?)Verdict.Dismissed, Assert.Single(AgreementDecisions.Of(stored)).Verdict);
        Assert.IsType<DecisionOutcome.Refused>(await Decider.ConfirmAsync(article.Id, "Ines", null, default, "acsa-fr-xx_signed"));
    }

    [Fact]
    public async Task What_was_confirmed_stands_after_the_article_is_read_otherwise()
    {
        await bench.StoreAsync(article);
        await Decider.ConfirmAsync(article.Id, "Ines", null, default, "acsa-fr-jp_signed");
        await bench.Get<ArticleStore>().UpdateAsync(article.Id, found => found with { Classification = new(false, 0.1, [], "2") }, default);
        await bench.HandleAsync(article.Id);
        Assert.Equal(EntryStanding.Confirmed, Assert.Single((await bench.DossierAsync("acsa-fr-jp"))!.Entries).Standing);
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_and_changes_nothing()
    {
        await bench.StoreAsync(article);
        Assert.IsType<DecisionOutcome.NotFound>(await Decider.ConfirmAsync("nothing", "Ines", null, default));
        Assert.IsType<DecisionOutcome.Refused>(await Decider.ConfirmAsync(article.Id, " ", null, default));
        Assert.IsType<DecisionOutcome.Refused>(await Decider.DismissAsync(article.Id, "Ines", " ", default));
        Assert.IsType<DecisionOutcome.Refused>(
            await Decider.CorrectAsync(article.Id, new(AgreementType.Acsa, ["JP", "jp"], AgreementStage.Signed), "Ines", null, default));
        Assert.IsType<DecisionOutcome.Refused>(
            await Decider.CorrectAsync(article.Id, new(AgreementType.Acsa, ["JP", "../x"], AgreementStage.Signed), "Ines", null, default));
        Assert.Empty(bench.Sent.All);
    }

    [Fact]
    public async Task Rules_are_reported_with_what_they_cost_in_false_alarms()
    {
        var other = Told.On("2017-01-09", "b", Told.Acsa(AgreementStage.Signed));
        await bench.StoreAsync(article);
        await bench.StoreAsync(other);
        await Decider.DismissAsync(article.Id, "Ines", "a trade pact", default);
        await Decider.DismissAsync(other.Id, "Ines", "by mistake", default);
        await Decider.ConfirmAsync(other.Id, "Ines", null, default);
        var cost = Assert.Single(await new RuleReport(bench.Get<Journal>(), bench.Get<ArticleStore>()).ReadAsync(null, default));
        Assert.Equal(("stage:signed", 1, 0, 1, 0.5), (cost.Rule, cost.Confirmed, cost.Corrected, cost.Dismissed, cost.FalseAlarms));
        Assert.Equal(["a trade pact"], cost.Reasons);
    }

    public void Dispose() => bench.Dispose();

    private async Task<List<JournalEntry>> LinesAsync()
    {
        var lines = new List<JournalEntry>();
        await foreach (var line in bench.Get<Journal>().ReadAsync(null, default))
            lines.Add(line);
        return lines;
    }
}
