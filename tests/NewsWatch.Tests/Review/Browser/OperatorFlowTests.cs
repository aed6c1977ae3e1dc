using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.Tests.Fetching;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>What an operator does with feeds and with what was given up.</summary>
[Collection(nameof(BrowserDesk))]
public sealed class OperatorFlowTests(BrowserDesk desk)
{
    [SkippableTheory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task The_feed_behind_a_page_is_found_watched_checked_paused_and_removed(int width, bool script)
    {
        Chromium.SkipWithout();
        await using var web = await LoopbackServer.StartAsync(context =>
        {
            var isFeed = context.Request.Path == "/feed.xml";
            context.Response.StatusCode = isFeed || context.Request.Path == "/" ? 200 : 404;
            context.Response.ContentType = isFeed ? "application/rss+xml" : "text/html";
            return context.Response.WriteAsync(isFeed ? Feed(width) : """<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Quay</body></html>""");
        });
        await using var page = await desk.OpenAsync("/feeds", width, script);
        await page.Page.GetByLabel("Add a feed, or any page of a site").FillAsync(web.At("/").ToString());
        await page.FollowAsync("Enter");
        await page.SeesAsync("Quay news");
        if (script)
            await page.AssertAccessibleAsync("what was found");
        await page.Page.GetByLabel("Folder, such as Government/Defence").FillAsync("Ports");
        await page.FollowAsync(page.Button("Watch it"));
        await page.SeesAsync("Added: it is polled with the next round.");

        await page.FollowAsync(page.Button("Check now"));
        await page.SeesAsync("there are new entries");
        await page.SeesAsync("A ship came in");
        await page.FollowAsync(page.Button("Pause"));
        await page.SeesAsync("paused");
        await page.FollowAsync(page.Button("Resume"));
        await page.SeesNotAsync("paused");
        await page.Summary("Folder").ClickAsync();
        await page.Page.GetByLabel("Folder, such as Government/Defence; empty for none").FillAsync("Harbours");
        await page.FollowAsync(page.Button("Move it there"));
        await page.SeesAsync("Harbours");
        await page.Summary("Settings").ClickAsync();
        await page.Page.GetByLabel("What to call it").FillAsync("Quay gazette");
        await page.Page.GetByLabel("The publisher lets us read it although its robots.txt does not say so").CheckAsync();
        await page.FollowAsync(page.Button("Save them"));
        await page.SeesAsync("Quay gazette");
        await page.SeesAsync("not asked: the publisher lets it be read");
        await page.Summary("Remove").ClickAsync();
        await page.FollowAsync(page.Button("Remove it"));
        await page.SeesAsync("Removed from the watch list.");
        await page.SeesNotAsync("Quay gazette");
    }

    [SkippableFact]
    public async Task What_is_no_address_is_told_and_stays_in_its_field()
    {
        Chromium.SkipWithout();
        await using var page = await desk.OpenAsync("/feeds", 390);
        await page.Page.GetByLabel("Add a feed, or any page of a site").FillAsync("no such place");
        await page.FollowAsync(page.Button("Find it"));
        await page.SeesAsync("“no such place” is no web address.");
        Assert.Equal("no such place", await page.Page.GetByLabel("Add a feed, or any page of a site").InputValueAsync());
    }

    [SkippableFact]
    public async Task A_list_of_feeds_comes_in_and_goes_out_as_OPML()
    {
        Chromium.SkipWithout();
        const string Opml = """<opml version="2.0"><body><outline text="Isles"><outline type="rss" text="Isle post" xmlUrl="https://isle.example/rss"/></outline></body></opml>""";
        await using var page = await desk.OpenAsync("/feeds", 1280, script: false);
        await page.Summary("OPML in").ClickAsync();
        await page.Page.GetByLabel("An OPML file").SetInputFilesAsync(new FilePayload
        {
            Name = "mine.opml",
            MimeType = "text/x-opml",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Opml),
        });
        await page.FollowAsync(page.Button("Take its feeds"));
        await page.SeesAsync("1 feed was new to the list.");
        Assert.Contains("Isle post", await desk.Site.Browser.GetStringAsync("/feeds.opml"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_message_that_was_given_up_is_tried_again_or_discarded()
    {
        Chromium.SkipWithout();
        var queues = desk.Site.Get<IQueues>();
        foreach (var text in new[] { "first", "second" })
            await queues.SendAsync(Pipeline.Poison(Pipeline.ClassifyArticle), $"{{\"text\":\"{text}\"}}", TimeSpan.Zero, default);
        var before = await queues.CountAsync(Pipeline.ClassifyArticle, default);
        await using var page = await desk.OpenAsync("/health", 390, script: false);
        await page.FollowAsync(
            page.Page.Locator(".entry").Filter(new() { HasText = "first" }).GetByRole(AriaRole.Button, new() { Name = "Try again" }));
        await page.SeesAsync("1 message was given another try.");
        await page.FollowAsync(
            page.Page.Locator(".entry").Filter(new() { HasText = "second" }).GetByRole(AriaRole.Button, new() { Name = "Discard" }));
        await page.SeesAsync("1 message was discarded.");
        Assert.Equal(before + 1, await queues.CountAsync(Pipeline.ClassifyArticle, default));
        Assert.Equal(0, await desk.Site.Get<PoisonDesk>().CountAsync(Pipeline.ClassifyArticle, default));
    }

    /// <summary>A feed whose one entry no other has.</summary>
    private static string Feed(int number) => $"""
        <rss version="2.0"><channel><title>Quay news</title><link>http://127.0.0.1/</link>
        <item><title>A ship came in</title><link>http://127.0.0.1/{number}</link><guid>{number}</guid><pubDate>Mon, 09 Mar 2026 10:00:00 GMT</pubDate></item>
        </channel></rss>
        """;
}
