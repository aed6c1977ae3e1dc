using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>What an analyst does with an article, with the mouse and with the keyboard alone, on a phone and on a desk, with and without script.</summary>
[Collection(nameof(BrowserDesk))]
public sealed class ArticleFlowTests(BrowserDesk desk)
{
    [SkippableTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, false)]
    public async Task Each_agreement_is_decided_with_the_mouse(int width, bool script)
    {
        Chromium.SkipWithout();
        var article = await desk.Store.AddAsync($"mouse-{width}-{script}");
        await using var page = await desk.OpenAsync($"/articles/{article.Id}", width, script);
        await page.FollowAsync(page.Button("Confirm agreement 1"));
        await page.SeesAsync("Confirmed. One more agreement here waits for a decision.");

        var second = page.Page.Locator("#agreement-2");
        await second.Locator("summary", new() { HasText = "Dismiss" }).ClickAsync();
        await second.GetByLabel("Why does it not stand?").FillAsync("A visit only.");
        await page.FollowAsync(second.GetByRole(AriaRole.Button, new() { Name = "Dismiss it" }));
        await page.SeesAsync("Dismissed. Every agreement here is decided.");
        await page.SeesAsync("Next:");
        Assert.Equal([Verdict.Confirmed, Verdict.Dismissed], await VerdictsAsync(article));
    }

    [SkippableFact]
    public async Task Each_agreement_is_decided_with_keys()
    {
        Chromium.SkipWithout();
        var article = await desk.Store.AddAsync("keys");
        await using var page = await desk.OpenAsync($"/articles/{article.Id}", 1280);
        await page.FollowAsync("c");
        await page.SeesAsync("Confirmed. One more agreement here waits for a decision.");
        await page.PressAsync("d");
        await page.WriteAsync("Only talks.");
        await page.FollowAsync("Enter");
        await page.SeesAsync("Dismissed. Every agreement here is decided.");
        Assert.Equal([Verdict.Confirmed, Verdict.Dismissed], await VerdictsAsync(article));
        await page.FollowAsync("n");
        Assert.DoesNotContain(article.Id, page.Page.Url, StringComparison.Ordinal);
        await page.AssertQuietAsync("keys");
    }

    [SkippableTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Without_script_tab_and_enter_are_enough(int width)
    {
        Chromium.SkipWithout();
        var article = await desk.Store.AddAsync($"tab-{width}");
        await using var page = await desk.OpenAsync($"/articles/{article.Id}", width, script: false);
        await page.Button("Confirm agreement 1").FocusAsync();
        // Beside the button lies the way to dismiss, behind it the way to correct.
        await page.PressAsync("Tab");
        await page.PressAsync("Enter");
        await page.PressAsync("Tab");
        await page.WriteAsync("No pact.");
        await page.FollowAsync("Enter");
        await page.SeesAsync("Dismissed.");
        Assert.Equal(Verdict.Dismissed, (await VerdictsAsync(article))[0]);
    }

    [SkippableFact]
    public async Task A_reading_is_corrected_in_its_place()
    {
        Chromium.SkipWithout();
        var article = await desk.Store.AddAsync("correct");
        await using var page = await desk.OpenAsync($"/articles/{article.Id}", 1280);
        var card = page.Page.Locator("#agreement-1");
        await card.Locator("summary", new() { HasText = "Correct" }).ClickAsync();
        await card.Locator("select[name=stage]").SelectOptionAsync("agreed-in-principle");
        await card.GetByLabel("Parties, names or codes").FillAsync("Portugal, Atlantis");
        await page.FollowAsync(card.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }));
        await page.SeesAsync("“Atlantis” is no state");
        await page.AssertAccessibleAsync("a refused correction");
        card = page.Page.Locator("#agreement-1");
        await card.GetByLabel("Parties, names or codes").FillAsync("Portugal, Japan");
        await page.FollowAsync(card.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }));
        await page.SeesAsync("An ACSA between Portugal and Japan was agreed in principle.");
        await page.SeesAsync("corrected “Portugal–Japan ACSA, signed”");
    }

    [SkippableFact]
    public async Task What_was_missed_is_added_by_selecting_its_sentence()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync($"/articles/{desk.Store.Missed.Id}", 1280);
        await page.Page.EvaluateAsync("""
            () => {
              const line = document.querySelectorAll('[data-text] p')[1].firstChild;
              const range = document.createRange();
              range.setStart(line, 0);
              range.setEnd(line, 55);
              const selection = document.getSelection();
              selection.removeAllRanges();
              selection.addRange(range);
            }
            """);
        await page.Button("Add the agreement this proves").ClickAsync();
        var form = page.Page.Locator("#add");
        await form.Locator("select[name=type]").SelectOptionAsync("visiting-forces");
        await form.Locator("select[name=stage]").SelectOptionAsync("signed");
        await form.GetByLabel("Parties, names or codes").FillAsync("Chile, Peru");
        await page.FollowAsync(form.GetByRole(AriaRole.Button, new() { Name = "Add it" }));
        Assert.Equal("Chile and Peru signed a visiting forces agreement in Lima.", await page.Page.Locator("#proof-1").InnerTextAsync());
        await page.AssertQuietAsync("added");
        await page.AssertAccessibleAsync("added");
        await page.KeepAsync("article-added");
    }

    [SkippableFact]
    public async Task Without_script_the_sentence_is_chosen_from_a_list()
    {
        Chromium.SkipWithout();
        var article = await desk.Store.AddAsync("list");
        await using var page = await desk.OpenAsync($"/articles/{article.Id}", 390, script: false);
        await page.Summary("Add a missed one").ClickAsync();
        var form = page.Page.Locator("#add");
        await form.GetByLabel("The sentence that proves it").SelectOptionAsync(new SelectOptionValue { Label = "Both parliaments must still approve it." });
        await form.Locator("select[name=type]").SelectOptionAsync("training");
        await form.Locator("select[name=stage]").SelectOptionAsync("negotiating");
        await form.GetByLabel("Parties, names or codes").FillAsync("PT ES");
        await page.FollowAsync(form.GetByRole(AriaRole.Button, new() { Name = "Add it" }));
        await page.SeesAsync("Added.");
    }

    [SkippableFact]
    public async Task The_page_as_fetched_runs_and_loads_nothing()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync($"/articles/{desk.Store.Senate.Id}", 1280);
        await page.Summary("Show it without scripts").ClickAsync();
        var frame = page.Page.FrameLocator("iframe.archived");
        Assert.Equal("Upper house backs pact", await frame.Locator("h1").InnerTextAsync());
        Assert.Equal(0, await frame.Locator("a, img, script, link").CountAsync());
        await page.AssertQuietAsync("archived");
    }

    [SkippableFact]
    public async Task What_an_article_writes_is_never_markup()
    {
        Chromium.SkipWithout();
        foreach (var address in new[] { $"/articles/{desk.Store.Harmful.Id}", "/agreements", "/agreements/acsa-jp-pt", "/health", "/accuracy", "/feeds" })
        {
            await using var page = await desk.OpenAsync(address, 1280);
            Assert.Equal(0, await page.Page.Locator("main script, main img").CountAsync());
            await page.AssertQuietAsync(address);
        }
    }

    private async Task<IReadOnlyList<Verdict?>> VerdictsAsync(Article article)
        => [.. AgreementDecisions.Of((await desk.Site.Get<ArticleStore>().ReadAsync(article.Id, default))!).Select(one => one.Verdict)];
}
