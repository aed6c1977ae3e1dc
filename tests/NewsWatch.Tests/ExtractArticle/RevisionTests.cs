using NewsWatch.ExtractArticle;
using NewsWatch.Fetching;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

public sealed class RevisionTests : IDisposable
{
    private const string Address = "https://news.example/defence/talks";

    private readonly ExtractArticleBench bench = new(new Dictionary<string, string?> { ["NewsWatch:ExtractArticle:MaxRevisions"] = "3" });

    [Fact]
    public async Task An_edited_article_keeps_its_earlier_text_and_is_announced_again()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed.");
        var first = (await bench.HandleAsync(Address, "Ministers meet")).Content!;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        bench.Web.Serve(Address, "Ministers meet", "They signed.");
        var edited = await bench.HandleAsync(Address, "Ministers sign");
        Assert.Equal("They signed.", edited.Content!.Text);
        Assert.Equal([first.Hash], edited.Revisions.Select(revision => revision.Hash));
        Assert.Equal([new ArticleExtracted(edited.Id, first.Hash), new ArticleExtracted(edited.Id, edited.Content.Hash)], bench.Extracted);
    }

    [Fact]
    public async Task An_edit_of_the_feed_entry_alone_changes_nothing()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed.");
        var first = await bench.HandleAsync(Address, "Ministers meet");
        bench.Clock.Advance(TimeSpan.FromHours(1));
        var again = await bench.HandleAsync(Address, "Ministers met");
        Assert.Equal(first.Content!.ReadAt, again.Content!.ReadAt);
        Assert.Empty(again.Revisions);
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task An_article_edited_back_to_what_it_said_is_read_again()
    {
        foreach (var text in new[] { "They agreed.", "They signed.", "They agreed." })
        {
            bench.Web.Serve(Address, "Ministers meet", text);
            await bench.HandleAsync(Address, text);
        }
        var article = await bench.ArticleAsync(ArticleId.Of(new(Address)));
        Assert.Equal("They agreed.", article.Content!.Text);
        Assert.Equal(["They agreed.", "They signed."], article.Revisions.Select(revision => revision.Text));
        Assert.Equal(3, bench.Extracted.Count());
    }

    [Fact]
    public async Task A_page_that_can_no_longer_be_had_does_not_replace_what_was_read()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed.");
        await bench.HandleAsync(Address, "Ministers meet");
        bench.Web.Answer(Address, new FetchResult.Failed(410, "HTTP 410", null));
        var article = await bench.HandleAsync(Address, "Ministers met");
        Assert.Equal(("They agreed.", TextOrigin.Page), (article.Content!.Text, article.Content.Origin));
        Assert.Null(article.Problem);
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task A_page_that_can_be_had_at_last_replaces_the_feeds_text()
    {
        bench.Web.Answer(Address, new FetchResult.Failed(403, "HTTP 403", null));
        await bench.HandleAsync(Address, "Ministers meet");
        bench.Web.Serve(Address, "Ministers meet", "They agreed.");
        var article = await bench.HandleAsync(Address, "Ministers met");
        Assert.Equal(("They agreed.", TextOrigin.Page), (article.Content!.Text, article.Content.Origin));
        Assert.Null(article.Problem);
        Assert.Null(article.Reason);
        Assert.Equal([TextOrigin.Feed], article.Revisions.Select(revision => revision.Origin));
    }

    [Fact]
    public async Task The_first_and_the_latest_texts_are_kept_of_an_article_edited_again_and_again()
    {
        for (var edit = 0; edit < 10; edit++)
        {
            bench.Web.Serve(Address, "Ministers meet", $"Text {edit}.");
            await bench.HandleAsync(Address, $"Edit {edit}");
        }
        var article = await bench.ArticleAsync(ArticleId.Of(new(Address)));
        Assert.Equal(["Text 0.", "Text 7.", "Text 8."], article.Revisions.Select(revision => revision.Text));
    }

    [Fact]
    public async Task An_analysts_decision_made_while_the_page_was_read_stays()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed.");
        var article = await bench.HandleAsync(Address, "Ministers meet");
        await bench.Get<ArticleStore>().UpdateAsync(
            article.Id, found => found with { State = ArticleState.Flagged, Decisions = [new(Verdict.Confirmed, "", "analyst", bench.Clock.GetUtcNow())] }, default);
        bench.Web.Serve(Address, "Ministers meet", "They signed.");
        article = await bench.HandleAsync(Address, "Ministers met");
        Assert.Equal(ArticleState.Flagged, article.State);
        Assert.Single(article.Decisions);
    }

    [Fact]
    public async Task A_crash_at_any_step_of_an_edit_leaves_one_revision()
    {
        for (var crash = 1; ; crash++)
        {
            using var fresh = new ExtractArticleBench();
            fresh.Web.Serve(Address, "Ministers meet", Prose.Of(1, 100));
            await fresh.HandleAsync(Address, "Ministers meet");
            fresh.Web.Serve(Address, "Ministers meet", Prose.Of(2, 100));
            var message = await fresh.AnnounceAsync(Address, "Ministers met");
            fresh.Crashes.Restart(crash);
            var crashed = await Record.ExceptionAsync(() => fresh.Stage.HandleAsync(message, default)) is CrashException;
            if (crashed)
                await fresh.Stage.HandleAsync(message, default);
            var article = await fresh.ArticleAsync(message.Article);
            Assert.Equal(Prose.Of(2, 100), article.Content!.Text);
            Assert.Equal([Prose.Of(1, 100)], article.Revisions.Select(revision => revision.Text));
            Assert.Equal(article.Content.Hash, fresh.Extracted.Last().Revision);
            if (!crashed)
                break;
        }
    }

    public void Dispose() => bench.Dispose();
}
