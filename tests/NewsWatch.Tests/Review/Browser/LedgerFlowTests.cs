using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>What an analyst does with the ledger.</summary>
[Collection(nameof(BrowserDesk))]
public sealed class LedgerFlowTests(BrowserDesk desk)
{
    [SkippableTheory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task The_table_is_narrowed_and_leads_to_a_dossier(int width, bool script)
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync("/agreements", width, script);
        await page.Page.Locator("input[name=party]").FillAsync("Philippines, japan");
        await page.FollowAsync(page.Button("Show"));
        await page.SeesAsync("1 agreement.");
        await page.FollowAsync(page.Page.Locator(".ledger a").First);
        await page.SeesAsync("Reciprocal access agreement, Japan – Philippines");
        await page.SeesAsync("since 16 Dec 2024, as a text says");
    }

    [SkippableFact]
    public async Task A_number_of_the_matrix_and_a_party_of_the_network_lead_to_their_agreements()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync("/agreements/matrix", 1280);
        await page.FollowAsync(page.Page.GetByTitle("Philippines – Japan").First);
        await page.SeesAsync("1 agreement.");
        await page.GotoAsync("/agreements/network?year=2024");
        await page.FollowAsync(page.Page.Locator(".net a").Filter(new() { HasText = "Philippines" }));
        await page.SeesAsync("Japan–Philippines");
    }

    [SkippableTheory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task A_dossier_is_watched_noted_split_and_put_together_again(int width, bool script)
    {
        Chromium.SkipWithout();
        var parties = width == 390 ? new[] { "CL", "ES" } : ["CL", "PE"];
        foreach (var (slug, stage) in new[] { ("one", AgreementStage.Negotiating), ("two", AgreementStage.Signed) })
        {
            var article = SampleArticles.Flagged($"split-{width}-{slug}", $"Talks, {slug}", agreements:
                [new(AgreementType.Training, "training agreement", parties, stage, null, [new(0, 8, "en:sign done:signed")])]);
            await desk.Site.AddAsync(article);
            await desk.Site.Get<IStage<ArticleFlagged>>().HandleAsync(new(article.Id, "x"), default);
        }
        var id = $"training-{parties[0]}-{parties[1]}".ToLowerInvariant();
        await using var page = await desk.OpenAsync($"/agreements/{id}", width, script);
        await page.FollowAsync(page.Button("Watch"));
        await page.SeesAsync("watched by");
        await page.Summary("Note").ClickAsync();
        await page.Page.GetByLabel("For colleagues").FillAsync("Two treaties, I think.");
        await page.FollowAsync(page.Button("Save the note"));
        await page.SeesAsync("Two treaties, I think.");

        await page.Summary("Split").ClickAsync();
        await page.Page.GetByLabel("Talks, two").CheckAsync();
        await page.FollowAsync(page.Button("Split them off"));
        await page.SeesAsync("Split off: this is the new dossier.");
        await page.FollowAsync(page.Button("Undo the last merger or split"));
        await page.SeesAsync("Undone.");
        await page.SeesAsync("Talks, one");

        await page.Summary("Merge").ClickAsync();
        await page.Page.GetByLabel("Id of the other, as its address ends").FillAsync("visiting-forces-ph-us");
        await page.FollowAsync(page.Button("Merge into it"));
        await page.SeesAsync("Say that they are one all the same");
        if (script)
            await page.AssertAccessibleAsync("a merger asked once more");
    }

    [SkippableTheory]
    [InlineData("csv", "text/csv", "party_a_cow")]
    [InlineData("json", "application/json", "\"id\":\"reciprocal-access-jp-ph\"")]
    [InlineData("stix", "application/stix+json", "\"type\": \"bundle\"")]
    [InlineData("atom", "application/atom+xml", "<title>NewsWatch: Japan–Philippines reciprocal access agreement</title>")]
    public async Task A_dossier_is_had_as_a_file(string ending, string type, string expected)
    {
        Chromium.SkipWithout();
        using var answer = await desk.Site.Browser.GetAsync(new Uri($"/agreements/reciprocal-access-jp-ph.{ending}", UriKind.Relative));
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
