using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Review;

public sealed class AgreementPagesTests
{
    [Fact]
    public async Task The_ledger_lists_agreements_with_the_stage_they_are_at()
    {
        await using var site = await TestSite.StartAsync();
        await FileAsync(site);
        var (_, page) = await site.GetAsync("/agreements");
        Assert.Contains("1 agreement.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/agreements/acsa-jp-pt\"", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"stage\">signed</span>", page, StringComparison.Ordinal);
        Assert.Contains("<abbr title=\"JP\">Japan</abbr>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?type=acsa&party=pt&stage=signed", 1)]
    [InlineData("?type=cyber", 0)]
    [InlineData("?party=FR", 0)]
    [InlineData("?stage=negotiating", 0)]
    public async Task The_ledger_can_be_narrowed(string query, int expected)
    {
        await using var site = await TestSite.StartAsync();
        await FileAsync(site);
        var (_, page) = await site.GetAsync("/agreements" + query);
        Assert.Equal(expected, page.Split("<th scope=\"row\"><a href=\"/agreements/").Length - 1);
    }

    [Fact]
    public async Task An_agreement_shows_its_stages_in_order_with_the_sentences_that_prove_them()
    {
        await using var site = await TestSite.StartAsync();
        await FileAsync(site);
        var (_, page) = await site.GetAsync("/agreements/acsa-jp-pt");
        var talks = page.IndexOf("negotiating", StringComparison.Ordinal);
        Assert.InRange(talks, 0, page.LastIndexOf("<span class=\"stage\">signed", StringComparison.Ordinal));
        Assert.Contains("<blockquote>They signed it.</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/a2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_dossier_is_cut_into_pages_the_newest_first()
    {
        await using var site = await TestSite.StartAsync();
        await FileAsync(site, [.. Enumerable.Range(0, 60).Select(day
            => Entry($"n{day}", day < 30 ? AgreementStage.Negotiating : AgreementStage.Signed, new DateOnly(2025, 1, 1).AddDays(day), "Words."))]);
        var (_, first) = await site.GetAsync("/agreements/acsa-jp-pt");
        Assert.Contains("News of n59", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">News of n34</a>", first, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 3", first, StringComparison.Ordinal);
        var (_, second) = await site.GetAsync("/agreements/acsa-jp-pt?page=2");
        Assert.True(second.IndexOf(">signed</span>", StringComparison.Ordinal) < second.IndexOf(">negotiating</span>", StringComparison.Ordinal));
        Assert.Contains("News of n34", second, StringComparison.Ordinal);
        Assert.Contains("reported on", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_is_said_only_where_a_text_says_so()
    {
        await using var site = await TestSite.StartAsync();
        await FileAsync(site, [Entry("a1", AgreementStage.Signed, new(2026, 3, 9), "They signed it.")]);
        Assert.Contains("reported on <time datetime=\"2026-03-09\">", (await site.GetAsync("/agreements")).Page, StringComparison.Ordinal);
        await FileAsync(site, [Entry("a1", AgreementStage.Signed, new(2026, 3, 9), "They signed it.") with { StatedDate = new(2026, 3, 1), StatedGrain = DateGrain.Month }]);
        var (_, page) = await site.GetAsync("/agreements");
        Assert.Contains("<time datetime=\"2026-03\">Mar 2026</time>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("reported on", page, StringComparison.Ordinal);
    }

    private static Task FileAsync(TestSite site) => FileAsync(
        site,
        [
            Entry("a1", AgreementStage.Negotiating, new(2026, 1, 20), "They began talks."),
            Entry("a2", AgreementStage.Signed, new(2026, 3, 9), "They signed it."),
        ]);

    private static async Task FileAsync(TestSite site, IReadOnlyList<DossierEntry> entries) => await site.Get<DossierStore>().UpdateAsync(
        "acsa-jp-pt",
        _ => new()
        {
            Id = "acsa-jp-pt",
            Type = AgreementType.Acsa,
            Parties = ["JP", "PT"],
            OpenedAt = TestSite.Now,
            Entries = entries,
        },
        default);

    private static DossierEntry Entry(string article, AgreementStage stage, DateOnly day, string sentence) => new()
    {
        Article = article,
        Title = $"News of {article}",
        Address = new($"https://news.example/{article}"),
        ReportedOn = day,
        Type = AgreementType.Acsa,
        Name = "acquisition and cross-servicing agreement",
        Parties = ["JP", "PT"],
        Stage = stage,
        Quotes = [new(sentence, 0, 4, false, ["rule"])],
        FiledAt = TestSite.Now,
        Language = "en",
    };
}
