using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle.Identity;

public sealed class DuplicateTests : IDisposable
{
    private const string Page = "https://news.example/2026/talks";
    private const string Short = "https://short.example/abc";
    private const string Mobile = "https://m.news.example/2026/talks";

    private readonly ExtractArticleBench bench = new();

    [Fact]
    public async Task An_entry_that_redirects_to_an_article_known_by_its_own_address_is_its_duplicate()
    {
        bench.Web.Serve(Page, "Ministers meet", "They agreed.");
        bench.Web.Serve(Short, "Ministers meet", "They agreed.", redirect: Page);
        var original = await bench.HandleAsync(Page, feed: "one");
        var duplicate = await bench.HandleAsync(Short, feed: "two");
        Assert.Equal((ArticleState.Duplicate, original.Id), (duplicate.State, duplicate.DuplicateOf));
        Assert.Equal(["one", "two"], (await bench.ArticleAsync(original.Id)).Mentions.Select(mention => mention.Feed));
        Assert.Equal([original.Id], bench.Extracted.Select(message => message.Article));
        var line = Assert.Single(await bench.JournalAsync());
        Assert.Equal((duplicate.Id, ArticleState.Duplicate, $"duplicate of {original.Id}"), (line.Article, line.State, line.Reason));
    }

    [Fact]
    public async Task Two_entries_with_one_canonical_address_are_one_article_whichever_comes_first()
    {
        bench.Web.Serve(Page, "Ministers meet", "They agreed.");
        bench.Web.Serve(Mobile, "Ministers meet", "They agreed.", canonical: Page);
        var first = await bench.HandleAsync(Mobile, feed: "two");
        var second = await bench.HandleAsync(Page, feed: "one");
        Assert.Equal(ArticleState.Pending, first.State);
        Assert.Equal((ArticleState.Duplicate, first.Id), (second.State, second.DuplicateOf));
    }

    [Theory]
    [InlineData("https://news.example/2026/talks?utm_source=feed")]
    [InlineData("HTTPS://News.Example:443/2026/talks#part")]
    public async Task An_address_that_ids_are_not_made_from_as_it_stands_still_names_the_article(string written)
    {
        bench.Web.Serve(Page, "Ministers meet", "They agreed.");
        bench.Web.Serve(Short, "Ministers meet", "They agreed.", redirect: written);
        var original = await bench.HandleAsync(Page, feed: "one");
        Assert.Equal(original.Id, (await bench.HandleAsync(Short, feed: "two")).DuplicateOf);
    }

    [Fact]
    public async Task A_feed_that_has_a_page_under_two_addresses_stays_one_source()
    {
        bench.Web.Serve(Page, "Ministers meet", "They agreed.");
        bench.Web.Serve(Short, "Ministers meet", "They agreed.", redirect: Page);
        var original = await bench.HandleAsync(Page, feed: "one");
        await bench.HandleAsync(Short, feed: "one");
        Assert.Equal([new Uri(Page)], (await bench.ArticleAsync(original.Id)).Mentions.Select(mention => mention.Link));
    }

    [Fact]
    public async Task Of_many_entries_that_reach_one_page_at_once_exactly_one_is_the_article()
    {
        var messages = new List<ArticleFound>();
        for (var number = 0; number < 24; number++)
        {
            var address = $"https://short.example/{number}";
            bench.Web.Serve(address, "Ministers meet", "They agreed.", redirect: Page);
            messages.Add(await bench.AnnounceAsync(address, feed: $"feed {number}"));
        }
        await Parallel.ForEachAsync(messages, async (message, cancellation) => await bench.Stage.HandleAsync(message, cancellation));
        var articles = await Task.WhenAll(messages.Select(message => bench.ArticleAsync(message.Article)));
        var original = Assert.Single(articles, article => article.State == ArticleState.Pending);
        Assert.All(articles.Where(article => article != original), article => Assert.Equal(original.Id, article.DuplicateOf));
        Assert.Equal(24, original.Mentions.Count);
        Assert.Equal([original.Id], bench.Extracted.Select(message => message.Article).Distinct());
    }

    [Fact]
    public async Task A_site_that_names_one_canonical_address_on_every_page_keeps_its_articles_apart()
    {
        const string everywhere = "https://news.example/latest";
        bench.Web.Serve(Page, "Ministers meet", Prose.Of(1, 200), canonical: everywhere);
        bench.Web.Serve(Page + "-2", "Fleet visits", Prose.Of(2, 200), canonical: everywhere);
        await bench.HandleAsync(Page);
        Assert.Equal(ArticleState.Pending, (await bench.HandleAsync(Page + "-2")).State);
        Assert.Equal(2, bench.Extracted.Count());
    }

    [Fact]
    public async Task A_front_page_named_as_canonical_is_not_believed()
    {
        bench.Web.Serve(Page, "Live", "One.", canonical: "https://news.example/");
        bench.Web.Serve(Page + "-2", "Live", "Two.", canonical: "https://news.example/");
        await bench.HandleAsync(Page);
        Assert.Equal(ArticleState.Pending, (await bench.HandleAsync(Page + "-2")).State);
    }

    [Fact]
    public async Task Articles_redirected_to_one_login_page_are_not_one_article()
    {
        foreach (var address in new[] { Page, Page + "-2" })
            bench.Web.Serve(address, new PageReading { Kind = PageKind.Login }, redirect: "https://news.example/login");
        await bench.HandleAsync(Page, "One", "First.");
        Assert.Equal(ArticleState.Pending, (await bench.HandleAsync(Page + "-2", "Two", "Second.")).State);
    }

    [Fact]
    public async Task An_article_whose_page_is_barred_gets_the_text_its_duplicate_could_read()
    {
        bench.Web.Answer(Page, new FetchResult.Failed(403, "HTTP 403", null));
        bench.Web.Serve(Mobile, "Ministers meet", "They agreed.", canonical: Page);
        var original = await bench.HandleAsync(Page, feed: "one");
        Assert.Equal(TextOrigin.Feed, original.Content!.Origin);
        var duplicate = await bench.HandleAsync(Mobile, feed: "two");
        original = await bench.ArticleAsync(original.Id);
        Assert.Equal((ArticleState.Duplicate, original.Id), (duplicate.State, duplicate.DuplicateOf));
        Assert.Equal(("They agreed.", TextOrigin.Page), (original.Content!.Text, original.Content.Origin));
        Assert.Null(original.Problem);
        Assert.Equal(new ArticleExtracted(original.Id, original.Content.Hash), bench.Extracted.Last());
    }

    [Fact]
    public async Task An_edit_announced_for_a_duplicate_is_looked_for_in_the_original()
    {
        bench.Web.Serve(Page, "Ministers meet", "They agreed.");
        bench.Web.Serve(Short, "Ministers meet", "They agreed.", redirect: Page);
        var original = await bench.HandleAsync(Page, feed: "one");
        await bench.HandleAsync(Short, feed: "two");
        var edit = await bench.AnnounceAsync(Short, "Ministers meet again", feed: "two");
        await bench.Stage.HandleAsync(edit, default);
        var passedOn = Assert.Single(bench.Sent.All, message => message.Queue == Pipeline.ExtractArticle);
        Assert.Contains(original.Id, passedOn.Body, StringComparison.Ordinal);
        Assert.Equal("Ministers meet again", (await bench.ArticleAsync(original.Id)).Mentions[1].Title);
    }

    [Fact]
    public async Task The_same_text_twice_at_one_outlet_is_a_duplicate()
    {
        bench.Web.Serve(Page, "Ministers meet", Prose.Of(1, 200));
        bench.Web.Serve(Page + "?section=world", "Ministers meet", Prose.Of(1, 200));
        var original = await bench.HandleAsync(Page, feed: "one");
        var again = await bench.HandleAsync(Page + "?section=world", feed: "two");
        Assert.Equal((ArticleState.Duplicate, original.Id), (again.State, again.DuplicateOf));
    }

    [Fact]
    public async Task A_crash_at_any_step_leaves_nothing_lost_and_nothing_twice()
    {
        for (var crash = 1; ; crash++)
        {
            using var fresh = new ExtractArticleBench();
            fresh.Web.Serve(Page, "Ministers meet", Prose.Of(1, 200));
            fresh.Web.Serve(Short, "Ministers meet", Prose.Of(1, 200), redirect: Page);
            var messages = new[] { await fresh.AnnounceAsync(Page, feed: "one"), await fresh.AnnounceAsync(Short, feed: "two") };
            fresh.Crashes.Restart(crash);
            var crashed = false;
            foreach (var message in messages)
            {
                try
                {
                    await fresh.Stage.HandleAsync(message, default);
                }
                catch (CrashException)
                {
                    crashed = true;
                    await fresh.Stage.HandleAsync(message, default);
                }
            }
            var original = await fresh.ArticleAsync(messages[0].Article);
            var duplicate = await fresh.ArticleAsync(messages[1].Article);
            Assert.Equal(Prose.Of(1, 200), original.Content!.Text);
            Assert.Empty(original.Revisions);
            Assert.Equal(["one", "two"], original.Mentions.Select(mention => mention.Feed));
            Assert.Equal((ArticleState.Duplicate, original.Id), (duplicate.State, duplicate.DuplicateOf));
            Assert.Equal([new ArticleExtracted(original.Id, original.Content.Hash)], fresh.Extracted.Distinct());
            Assert.Single((await fresh.JournalAsync()).Select(line => (line.Article, line.State)).Distinct());
            if (!crashed)
                break;
        }
    }

    public void Dispose() => bench.Dispose();
}
