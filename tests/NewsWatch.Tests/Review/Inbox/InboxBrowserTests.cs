using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Inbox;

/// <summary>The inbox as analysts use it: by mouse, by keys alone, on a phone, without script.</summary>
public sealed class InboxBrowserTests
{
    [SkippableFact]
    public async Task By_keys_alone_rows_are_walked_ticked_confirmed_dismissed_and_undone()
    {
        await using var site = await FilledAsync();
        await using var browser = await InboxBrowser.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("j");
        await FocusedAsync(page, "Italy and Japan signed a cyber defence agreement");
        await page.Keyboard.PressAsync("j");
        await FocusedAsync(page, "Portugal and Japan signed an ACSA");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("c");
        await page.GetByText("Confirmed “Cyber pact in Rome”.").WaitForAsync();
        await FocusedAsync(page, "Portugal and Japan signed an ACSA");

        await page.Keyboard.PressAsync("d");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Why dismiss it?" }).WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Dismissed 2 articles.").WaitForAsync();
        await page.Keyboard.PressAsync("u");
        await page.GetByText("Portugal and Japan signed an ACSA").WaitForAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.Equal("1 ticked", await page.Locator("[data-ticked]").TextContentAsync());
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("pact");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Best match").WaitForAsync();
        Assert.Contains("pact", await page.Locator("ol.inbox mark").AllTextContentsAsync());
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog#keys").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/articles/**");
        Assert.Empty(browser.Errors);
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task By_mouse_without_script_rows_are_decided_one_by_one_and_together(int width)
    {
        await using var site = await FilledAsync();
        await using var browser = await InboxBrowser.OpenAsync(site, script: false, width);
        var page = browser.Page;
        await page.GotoAsync("/");
        await Row(page, "cyber").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Old news or background" }).ClickAsync();
        await page.GetByText("Dismissed “Cyber pact in Rome”.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Row(page, "cyber").WaitForAsync();

        foreach (var tick in await page.GetByRole(AriaRole.Checkbox, new() { Name = "Tick" }).AllAsync())
            await tick.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm ticked" }).ClickAsync();
        await page.GetByText("Confirmed 3 articles.").WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "All is decided" }).WaitForAsync();
        Assert.True(await FitsAsync(page));
    }

    [SkippableFact]
    public async Task A_search_is_narrowed_saved_as_a_view_and_opened_again()
    {
        await using var site = await FilledAsync();
        await using var browser = await InboxBrowser.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Parties" }).FillAsync("Portugal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Portugal" }).WaitForAsync();
        Assert.Equal(1, await page.Locator("ol.inbox > li").CountAsync());
        await page.GetByText("Save as a view").ClickAsync();
        await page.GetByLabel("Name, for everyone here").FillAsync("Portugal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Portugal", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Portugal" }).WaitForAsync();
        Assert.Equal(1, await page.Locator("ol.inbox > li").CountAsync());
        Assert.Empty(browser.Errors);
    }

    [SkippableTheory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task It_is_accessible_fits_and_has_rows_of_a_hands_width(int width, bool dark)
    {
        await using var site = await FilledAsync();
        await using var browser = await InboxBrowser.OpenAsync(site, width: width, dark: dark);
        var page = browser.Page;
        foreach (var (name, address) in new[]
        {
            ("list", "/"), ("search", "/?tab=all&q=pact&type=acsa&party=Atlantis"), ("empty", "/?tab=all&q=nowhere"), ("decisions", "/inbox/decisions"),
        })
        {
            await page.GotoAsync(address);
            if (name == "search")
                await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(one => $"{address}: {one.Id} {one.Help} {one.Nodes[0].Html}")));
            Assert.True(await FitsAsync(page), $"{address} is wider than the window.");
            await browser.KeepAsync($"{name}-{width}-{(dark ? "dark" : "light")}");
        }
        await page.GotoAsync("/");
        if (width == 1280)
            foreach (var row in await page.Locator("ol.inbox > li").AllAsync())
                Assert.InRange((await row.BoundingBoxAsync())!.Height, 40, 56);
        Assert.Empty(browser.Errors);
    }

    private static ILocator Row(IPage page, string text) => page.Locator("ol.inbox > li").Filter(new() { HasText = text });

    private static Task<bool> FitsAsync(IPage page)
        => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    private static async Task FocusedAsync(IPage page, string expected)
        => await page.WaitForFunctionAsync("text => document.activeElement.textContent === text", expected);

    /// <summary>Three rows that wait: a pact with its reprint, and two more.</summary>
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
