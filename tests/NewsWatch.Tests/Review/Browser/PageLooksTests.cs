using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>Every page, on a phone and on a desk, light and dark: quiet, accessible, within its width; with a picture kept of each.</summary>
public sealed class PageLooksTests(BrowserDesk desk) : IClassFixture<BrowserDesk>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "inbox", "/" },
        { "inbox-search", "/?tab=all&q=pact&type=acsa&party=Atlantis" },
        { "inbox-empty", "/?tab=all&q=nowhere" },
        { "inbox-no-decisions", "/inbox/decisions" },
        { "sign-in", "/sign-in" },
        { "article", "senate" },
        { "article-arabic", "arabic" },
        { "article-japanese", "japanese" },
        { "article-harmful", "harmful" },
        { "article-nothing-found", "missed" },
        { "agreements", "/agreements" },
        { "agreements-none", "/agreements?party=Atlantis" },
        { "dossier", "/agreements/reciprocal-access-jp-ph" },
        { "dossier-long-life", "/agreements/defence-cooperation-au-it" },
        { "matrix", "/agreements/matrix" },
        { "network", "/agreements/network" },
        { "feeds", "/feeds" },
        { "feed-in-trouble", "feed" },
        { "health", "/health" },
        { "accuracy", "/accuracy" },
        { "not-found", "/nothing/here" },
    };

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task It_is_quiet_accessible_and_within_its_width(string name, string address)
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync(AddressOf(address), 390);
        await page.LookAsync(name);
    }

    [SkippableFact]
    public async Task A_page_prints_its_marks_and_leaves_its_forms_out()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync(AddressOf("senate"), 800);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Page.Locator(".proof").First.IsVisibleAsync());
        Assert.False(await page.Page.Locator("form").First.IsVisibleAsync());
        await page.KeepAsync("article-print");
    }

    [SkippableFact]
    public async Task Times_are_shown_in_the_readers_zone_with_UTC_at_hand()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync(AddressOf("senate"), 1280);
        var time = page.Page.Locator("time[data-shown=time]").First;
        Assert.Contains("UTC", await time.GetAttributeAsync("title"), StringComparison.Ordinal);
        Assert.Contains("GMT+9", await time.InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_row_in_a_language_from_right_to_left_runs_that_way_as_a_whole()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync(AddressOf("arabic"), 390);
        Assert.Equal("rtl", await page.Page.Locator("article.paper h1").EvaluateAsync<string>("heading => getComputedStyle(heading).direction"));
        Assert.Equal("rtl", await page.Page.Locator("[data-text] p").Last.EvaluateAsync<string>("line => getComputedStyle(line).direction"));
    }

    private string AddressOf(string address) => address switch
    {
        "senate" => $"/articles/{desk.Store.Senate.Id}",
        "arabic" => $"/articles/{desk.Store.Arabic.Id}",
        "japanese" => $"/articles/{desk.Store.Japanese.Id}",
        "harmful" => $"/articles/{desk.Store.Harmful.Id}",
        "missed" => $"/articles/{desk.Store.Missed.Id}",
        "feed" => $"/feeds/{ArticleId.Hash("https://news.example/harbour.xml")}",
        _ => address,
    };
}
