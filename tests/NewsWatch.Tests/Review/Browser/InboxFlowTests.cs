using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>The inbox as analysts use it: by mouse, by keys alone, on a phone, without script.</summary>
public sealed class InboxFlowTests
{
    private const string Cyber = "Italy and Japan signed a cyber defence agreement";
    private const string Acsa = "Portugal and Japan signed an ACSA";

    [SkippableFact]
    public async Task By_keys_alone_rows_are_walked_ticked_confirmed_dismissed_and_undone()
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site);
        await page.PressAsync("j");
        await page.FocusedAsync(Cyber);
        await page.PressAsync("j");
        await page.FocusedAsync(Acsa);
        await page.PressAsync("k");
        await page.FocusedAsync(Cyber);
        await page.FollowAsync("c");
        await page.SeesAsync("Confirmed “Cyber pact in Rome”.");
        await page.FocusedAsync(Acsa);

        await page.PressAsync("d");
        await page.PressAsync("Tab", KeyTaker.Dialog);
        await page.FollowAsync("Enter", KeyTaker.Dialog);
        await page.SeesAsync("Dismissed 2 articles.");
        await page.FollowAsync("u");
        await page.SeesAsync(Acsa);

        await page.PressAsync("j");
        await page.PressAsync("x");
        await page.SeesAsync("1 ticked");
        await page.PressAsync("/");
        await page.WriteAsync("pact");
        await page.FollowAsync("Enter");
        await page.SeesAsync("Best match");
        Assert.Contains("pact", await page.Page.Locator("ol.inbox mark").AllTextContentsAsync());
        await page.PressAsync("?");
        await page.PressAsync("Escape", KeyTaker.Dialog);
        await page.PressAsync("j");
        await page.FollowAsync("o");
        Assert.Contains("/articles/", page.Page.Url, StringComparison.Ordinal);
        await page.AssertQuietAsync("keys alone");
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task By_mouse_without_script_rows_are_decided_one_by_one_and_together(int width)
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site, width, script: false);
        await page.FollowAsync(page.Row("cyber").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }));
        await page.FollowAsync(page.Button("Old news or background"));
        await page.SeesAsync("Dismissed “Cyber pact in Rome”.");
        await page.FollowAsync(page.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await page.SeesAsync(Cyber);

        foreach (var tick in await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Tick" }).AllAsync())
            await tick.CheckAsync();
        await page.FollowAsync(page.Button("Confirm ticked"));
        await page.SeesAsync("Confirmed 3 articles.");
        await page.SeesAsync("All is decided");
        await page.AssertQuietAsync("all is decided");
    }

    [SkippableFact]
    public async Task A_search_is_narrowed_saved_as_a_view_and_opened_again()
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site);
        await page.Page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Parties" }).FillAsync("Portugal");
        await page.FollowAsync(page.Button("Apply"));
        await Assertions.Expect(page.Link("Remove the filter Portugal")).ToBeVisibleAsync();
        await Assertions.Expect(page.Row("")).ToHaveCountAsync(1);
        await page.Page.GetByText("Save as a view").ClickAsync();
        await page.Page.GetByLabel("Name, for everyone here").FillAsync("Portugal");
        await page.FollowAsync(page.Button("Save"));
        await page.GotoAsync("/");
        await page.FollowAsync(page.Link("Portugal"));
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Portugal" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Row("")).ToHaveCountAsync(1);
        await page.AssertQuietAsync("a view");
    }

    [SkippableFact]
    public async Task From_a_narrowed_list_an_article_is_opened_decided_and_left_for_the_next_or_for_that_list()
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site);
        await page.GotoAsync("/?tab=reports&party=JP&sort=published");
        await page.PressAsync("j");
        await page.FollowAsync("o");
        await page.FollowAsync("c");
        await page.SeesAsync("Confirmed.");
        await page.FollowAsync("n");
        await page.SeesAsync("An ACSA between Portugal and Japan was signed.");
        await page.FollowAsync("b");
        Assert.EndsWith("/?tab=reports&party=JP&sort=published", page.Page.Url, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_asked_and_told_on_the_way_is_fit_to_look_at()
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site);
        await page.PressAsync("?");
        await page.LookAsync("inbox-keys");
        await page.PressAsync("Escape", KeyTaker.Dialog);
        await page.PressAsync("j");
        await page.PressAsync("d");
        await page.LookAsync("inbox-why");
        await page.PressAsync("Escape", KeyTaker.Dialog);
        await page.FollowAsync("c");
        await page.LookAsync("inbox-done");
        await page.FollowAsync(page.Link("Last decisions"));
        await page.LookAsync("inbox-decisions");
        await using var plain = await OpenAsync(site, script: false);
        await plain.FollowAsync(plain.Row("ACSA").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }));
        await plain.LookAsync("inbox-dismiss");
    }

    [SkippableFact]
    public async Task Rows_are_as_high_as_two_lines_of_text()
    {
        await using var site = await FilledAsync();
        await using var page = await OpenAsync(site);
        var rows = await page.Row("").AllAsync();
        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
            Assert.InRange((await row.BoundingBoxAsync())!.Height, 40, 56);
    }

    private static Task<DeskPage> OpenAsync(TestSite site, int width = 1280, bool script = true)
        => DeskPage.OpenAsync(site.Browser.BaseAddress!, "/", width, script);

    /// <summary>Three articles that wait in two rows, a pact with its reprint and another pact; and one that is of no interest.</summary>
    private static async Task<TestSite> FilledAsync()
    {
        var site = await TestSite.StartAsync();
        var pact = await site.AddAsync(SampleArticles.Flagged());
        await site.AddAsync(SampleArticles.Flagged("reprint", "Lisbon and Tokyo sign") with { Story = pact.Id });
        FoundAgreement cyber = new(AgreementType.Cyber, "", ["IT", "JP"], AgreementStage.Signed, null, [new(0, 8, "r")]);
        var rome = SampleArticles.Flagged("rome", "Cyber pact in Rome", agreements: [cyber]);
        await site.AddAsync(rome with { FoundAt = TestSite.Now.AddMinutes(-30) });
        await site.AddAsync(SampleArticles.Unclassified("weather", "Rain over the coast", "It rained."));
        return site;
    }
}
