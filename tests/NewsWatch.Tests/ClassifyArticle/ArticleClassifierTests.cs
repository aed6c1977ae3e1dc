using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ClassifyArticle;
using NewsWatch.Storage;
using NewsWatch.Tests.ClassifyArticle.SecondReader;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ClassifyArticle;

public sealed class ArticleClassifierTests
{
    private const string Pact = "France and Japan signed an acquisition and cross-servicing agreement in Paris on Friday.";

    private const string Mention = """
        Fuel prices rose again in Ghana on Monday. Motorists queued for hours. The minister blamed shipping costs and a weak currency.
        Bakers in Tema said that bread would cost more. A football match was put off. Under the defence cooperation agreement that Ghana and Italy
        signed in 1996, Italian ships buy fuel in Tema as well. The queues are longest in the mornings. More tankers are awaited in May.
        """;

    private static readonly DateTimeOffset Now = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly MemoryBlobs blobs = new(new Crashes());
    private readonly SentMessages queues = new(new Crashes());
    private readonly ArticleStore articles;
    private readonly Journal journal;

    public ArticleClassifierTests() => (articles, journal) = (new(blobs, new(NullLogger<DamagedRecords>.Instance)), new(blobs, new(NullLogger<DamagedRecords>.Instance)));

    [Fact]
    public async Task An_article_that_reports_an_agreement_is_kept_as_flagged_and_sent_on()
    {
        await StoreAsync(Content("r1", Pact));
        await HandleAsync("r1");

        var article = await articles.ReadAsync("a1", default);
        Assert.Equal(ArticleState.Flagged, article!.State);
        Assert.Equal("r1", article.Classification!.Revision);
        Assert.False(article.Classification.OnSummaryOnly);
        var (queue, body, _) = Assert.Single(queues.All);
        Assert.Equal(Pipeline.TrackAgreement, queue);
        Assert.Equal("""{"article":"a1","revision":"r1"}""", body);
        var line = Assert.Single(await JournalAsync());
        Assert.Equal((JournalKind.Outcome, ArticleState.Flagged, AgreementType.Acsa), (line.Kind, line.State, line.Type));
        Assert.Equal(["FR", "JP"], line.Parties!);
    }

    [Fact]
    public async Task An_article_that_only_mentions_one_is_kept_as_such_and_sent_on_to_be_filed_as_background()
    {
        await StoreAsync(Content("r1", Mention));
        await HandleAsync("r1");
        var article = (await articles.ReadAsync("a1", default))!;
        Assert.Equal((ArticleState.Mentions, false, true), (article.State, article.Classification!.Flagged, article.Classification.Mentions));
        Assert.All(article.Classification.Agreements, agreement => Assert.True(agreement.Background));
        Assert.Equal(Pipeline.TrackAgreement, Assert.Single(queues.All).Queue);
        Assert.Equal(ArticleState.Mentions, Assert.Single(await JournalAsync()).State);
    }

    [Fact]
    public async Task An_article_without_one_is_kept_as_not_flagged_and_sent_nowhere()
    {
        await StoreAsync(Content("r1", "The town opened a new swimming pool on Saturday."));
        await HandleAsync("r1");
        Assert.Equal(ArticleState.NotFlagged, (await articles.ReadAsync("a1", default))!.State);
        Assert.Empty(queues.All);
        Assert.Equal(ArticleState.NotFlagged, Assert.Single(await JournalAsync()).State);
    }

    [Fact]
    public async Task Delivered_twice_it_leaves_the_same_article()
    {
        await StoreAsync(Content("r1", Pact));
        await HandleAsync("r1");
        var once = blobs.Text("articles/a1.json");
        await HandleAsync("r1");
        Assert.Equal(once, blobs.Text("articles/a1.json"));
    }

    [Fact]
    public async Task A_message_for_a_revision_that_was_edited_since_is_left_to_the_newer_message()
    {
        await StoreAsync(Content("r2", Pact));
        await HandleAsync("r1");
        Assert.Null((await articles.ReadAsync("a1", default))!.Classification);
        Assert.Empty(await JournalAsync());
    }

    [Fact]
    public async Task An_edit_that_takes_the_agreement_back_is_told_to_the_ledger()
    {
        await StoreAsync(Content("r1", Pact));
        await HandleAsync("r1");
        await articles.UpdateAsync("a1", article => article with { Content = Content("r2", "Correction: nothing was signed.") }, default);
        await HandleAsync("r2");
        Assert.Equal(ArticleState.NotFlagged, (await articles.ReadAsync("a1", default))!.State);
        Assert.Equal(2, queues.All.Count);
    }

    [Fact]
    public async Task A_feeds_own_text_is_classified_on_summary_only()
    {
        await StoreAsync(Content("r1", Pact) with { Origin = TextOrigin.Feed }, new(PageProblemKind.Blocked, "blocked: robots.txt"));
        await HandleAsync("r1");
        var article = await articles.ReadAsync("a1", default);
        Assert.True(article!.Classification!.OnSummaryOnly);
        Assert.Equal((ArticleState.Flagged, null), (article.State, article.Reason));
    }

    [Theory]
    [InlineData(PageProblemKind.Blocked, ArticleState.Blocked)]
    [InlineData(PageProblemKind.Gone, ArticleState.Gone)]
    [InlineData(PageProblemKind.Unreadable, ArticleState.NotFlagged)]
    public async Task An_unflagged_article_ends_as_its_page_did(PageProblemKind kind, ArticleState state)
    {
        await StoreAsync(Content("r1", "A village fair.") with { Origin = TextOrigin.Feed }, new(kind, "why"));
        await HandleAsync("r1");
        var article = await articles.ReadAsync("a1", default);
        Assert.Equal((state, "why"), (article!.State, article.Reason));
    }

    [Fact]
    public async Task Giving_up_leaves_the_article_failed_with_its_cause()
    {
        await StoreAsync(Content("r1", Pact));
        await Stage().GiveUpAsync(new("a1", "r1"), "IOException: disk full", default);
        var article = await articles.ReadAsync("a1", default);
        Assert.Equal((ArticleState.Failed, "IOException: disk full"), (article!.State, article.Reason));
        Assert.Equal(ArticleState.Failed, Assert.Single(await JournalAsync()).State);
    }

    private static ArticleContent Content(string hash, string text)
        => new() { Hash = hash, Title = "A title", Text = text, ReadAt = Now, Origin = TextOrigin.Page };

    private Task<bool> StoreAsync(ArticleContent content, PageProblem? problem = null) => articles.CreateAsync(
        new()
        {
            Id = "a1",
            Address = new("https://news.example/a"),
            FoundAt = Now,
            Mentions = [new("f", "Feed", new("https://news.example/a"), "A title", "", null, "p")],
            Content = content,
            Problem = problem,
        },
        default);

    private Task HandleAsync(string revision) => Stage().HandleAsync(new("a1", revision), default);

    private ArticleClassifier Stage() => new(
        articles, journal, queues, new AgreementClassifier(), SecondReaders.With(blobs), new FakeTimeProvider(Now), NullLogger<ArticleClassifier>.Instance);

    private async Task<List<JournalEntry>> JournalAsync()
    {
        var lines = new List<JournalEntry>();
        await foreach (var line in journal.ReadAsync(null, default))
            lines.Add(line);
        return lines;
    }
}
