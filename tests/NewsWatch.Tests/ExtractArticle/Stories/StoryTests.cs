using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle.Stories;

public sealed class StoryTests : IDisposable
{
    private readonly ExtractArticleBench bench = new();

    [Fact]
    public async Task A_reprint_with_a_headline_and_a_last_paragraph_of_its_own_is_one_story_with_its_source()
    {
        bench.Web.Serve("https://wire.example/1", "Ministers meet", Prose.Of(1, 300) + "\n(Reuters)");
        bench.Web.Serve("https://www.paper.example/9", "Talks in the capital", Prose.Of(1, 300) + "\n" + Prose.Of(2, 40));
        bench.Web.Serve("https://other.example/3", "Something else", Prose.Of(3, 300));
        var wire = await bench.HandleAsync("https://wire.example/1");
        var paper = await bench.HandleAsync("https://www.paper.example/9");
        var other = await bench.HandleAsync("https://other.example/3");
        wire = await bench.ArticleAsync(wire.Id);
        Assert.Equal((wire.Id, wire.Id, null), (wire.Story, paper.Story, other.Story));
        Assert.Equal(ArticleState.Pending, paper.State);
        Assert.Equal([wire.Id, paper.Id, other.Id], bench.Extracted.Select(message => message.Article));
        var story = await bench.Get<StoryStore>().ReadAsync(wire.Id, default);
        Assert.Equal(
            [("wire.example", "Ministers meet", "Reuters"), ("paper.example", "Talks in the capital", null)],
            story!.Sources.Select(source => (source.Outlet, source.Title, source.Agency)));
    }

    [Fact]
    public async Task A_reprint_cut_to_its_first_half_is_the_same_story()
    {
        var text = Prose.Of(1, 600);
        bench.Web.Serve("https://wire.example/1", "Ministers meet", text);
        bench.Web.Serve("https://paper.example/9", "Talks", text[..(text.Length * 2 / 5)]);
        var wire = await bench.HandleAsync("https://wire.example/1");
        Assert.Equal(wire.Id, (await bench.HandleAsync("https://paper.example/9")).Story);
    }

    [Fact]
    public async Task Reprints_that_come_at_once_are_one_story_with_all_its_sources()
    {
        var messages = new List<ArticleFound>();
        for (var outlet = 0; outlet < 16; outlet++)
        {
            bench.Web.Serve($"https://paper{outlet}.example/", $"Headline {outlet}", Prose.Of(1, 300));
            messages.Add(await bench.AnnounceAsync($"https://paper{outlet}.example/"));
        }
        await Parallel.ForEachAsync(messages, async (message, cancellation) => await bench.Stage.HandleAsync(message, cancellation));
        var articles = await Task.WhenAll(messages.Select(message => bench.ArticleAsync(message.Article)));
        var id = Assert.Single(articles.Select(article => article.Story).Distinct());
        Assert.Equal(16, (await bench.Get<StoryStore>().ReadAsync(id!, default))!.Sources.Count);
        Assert.Equal(16, bench.Extracted.Count());
    }

    [Fact]
    public async Task A_text_that_comes_back_after_the_window_starts_a_story_of_its_own()
    {
        bench.Web.Serve("https://wire.example/1", "Ministers meet", Prose.Of(1, 300));
        bench.Web.Serve("https://paper.example/9", "Talks", Prose.Of(1, 300));
        bench.Web.Serve("https://late.example/9", "Talks", Prose.Of(1, 300));
        var wire = await bench.HandleAsync("https://wire.example/1");
        bench.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(wire.Id, (await bench.HandleAsync("https://paper.example/9")).Story);
        bench.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(wire.Id, (await bench.HandleAsync("https://late.example/9")).Story);
        bench.Clock.Advance(TimeSpan.FromDays(8));
        bench.Web.Serve("https://archive.example/9", "Talks", Prose.Of(1, 300));
        Assert.Null((await bench.HandleAsync("https://archive.example/9")).Story);
    }

    [Fact]
    public async Task An_index_written_by_another_process_is_read_to_its_new_end()
    {
        bench.Web.Serve("https://wire.example/1", "Ministers meet", Prose.Of(1, 300));
        bench.Web.Serve("https://paper.example/9", "Talks", Prose.Of(2, 300));
        await bench.HandleAsync("https://wire.example/1");
        var signature = MinHash.Of(Prose.Of(2, 300))!.ToString();
        await new StoryIndex(bench.Blobs, new(NullLogger<DamagedRecords>.Instance), bench.Clock).AppendAsync(new("elsewhere", "else.example", "hash", signature), default);
        Assert.Equal("elsewhere", (await bench.HandleAsync("https://paper.example/9")).Story);
    }

    [Fact]
    public async Task A_crash_at_any_step_leaves_one_story_with_both_sources()
    {
        for (var crash = 1; ; crash++)
        {
            using var fresh = new ExtractArticleBench();
            fresh.Web.Serve("https://wire.example/1", "Ministers meet", Prose.Of(1, 300));
            fresh.Web.Serve("https://paper.example/9", "Talks", Prose.Of(1, 300));
            var messages = new[] { await fresh.AnnounceAsync("https://wire.example/1"), await fresh.AnnounceAsync("https://paper.example/9") };
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
            var articles = await Task.WhenAll(messages.Select(message => fresh.ArticleAsync(message.Article)));
            Assert.All(articles, article => Assert.Equal((ArticleState.Pending, messages[0].Article), (article.State, article.Story)));
            var story = await fresh.Get<StoryStore>().ReadAsync(messages[0].Article, default);
            Assert.Equal(messages.Select(message => message.Article), story!.Sources.Select(source => source.Article));
            Assert.Equal(2, fresh.Extracted.Distinct().Count());
            if (!crashed)
                break;
        }
    }

    public void Dispose() => bench.Dispose();
}
