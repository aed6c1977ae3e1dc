using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Delivering;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Delivering;

public sealed class QueueStageTests
{
    private const string Body = """{"article":"a","fingerprint":"f"}""";

    private readonly PoisonDesk poison = new(
        new MemoryBlobs(new Crashes()), new SentMessages(new Crashes()), new DamagedRecords(NullLogger<DamagedRecords>.Instance), TimeProvider.System);

    [Theory]
    [InlineData(1, false)]
    [InlineData(Pipeline.MaxDeliveries - 1, false)]
    [InlineData(Pipeline.MaxDeliveries, true)]
    public async Task A_stage_gives_up_at_the_last_delivery_only_and_what_was_given_up_is_kept(int delivery, bool givesUp)
    {
        var stage = new FailingStage(new IOException("the disk is full\nand more"));
        var failure = await Over(stage).DeliverAsync(Body, delivery, default);
        Assert.Equal(givesUp ? "IOException: the disk is full" : null, stage.GaveUp);
        Assert.Equal(givesUp, failure is null);
        Assert.Equal(
            givesUp ? ["IOException: the disk is full"] : [],
            (await poison.ListAsync(Pipeline.ExtractArticle, 10, default)).Select(message => message.Cause));
    }

    [Theory]
    [InlineData(Pipeline.MaxDeliveries + 2, true)]
    [InlineData(Pipeline.MaxDeliveries + 3, false)]
    public async Task What_ends_the_program_at_every_delivery_is_given_up_without_another(int delivery, bool isHanded)
    {
        var stage = new FailingStage(new IOException("the disk is full"));
        Assert.Null(await Over(stage).DeliverAsync(Body, delivery, default));
        Assert.Equal(isHanded, stage.GaveUp!.StartsWith("IOException", StringComparison.Ordinal));
        Assert.Equal(stage.GaveUp, Assert.Single(await poison.ListAsync(Pipeline.ExtractArticle, 10, default)).Cause);
    }

    [Fact]
    public async Task A_host_that_stops_at_the_last_delivery_gives_nothing_up()
    {
        var stage = new FailingStage(new IOException("the disk is full"));
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => Over(stage).DeliverAsync(Body, Pipeline.MaxDeliveries, new CancellationToken(canceled: true)));
        Assert.Null(stage.GaveUp);
        Assert.Empty(await poison.ListAsync(Pipeline.ExtractArticle, 10, default));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("no JSON")]
    [InlineData("""{"article":"a"}""")]
    public async Task A_text_that_is_no_message_is_given_up_at_once(string body)
    {
        var stage = new FailingStage(new IOException("not reached"));
        Assert.Null(await Over(stage).DeliverAsync(body, 1, default));
        Assert.Null(stage.GaveUp);
        Assert.Equal(body, Assert.Single(await poison.ListAsync(Pipeline.ExtractArticle, 10, default)).Body);
    }

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(4, 1, true)]
    public async Task Deliveries_before_a_message_was_put_back_count_and_it_is_kept_as_it_was_sent_first(int earlier, int delivery, bool givesUp)
    {
        var stage = new FailingStage(new IOException("the disk is full"));
        var message = new ArticleFound("a", "f") { EarlierDeliveries = earlier, WaitedFor = ["a.example"], Deferrals = 1 };
        var body = JsonSerializer.Serialize(message, NewsWatchJson.Default.ArticleFound);
        Assert.Equal(givesUp, await Over(stage).DeliverAsync(body, delivery, default) is null);
        if (!givesUp)
            return;
        var kept = Assert.Single(await poison.ListAsync(Pipeline.ExtractArticle, 10, default));
        Assert.Equal(new ArticleFound("a", "f"), JsonSerializer.Deserialize(kept.Body, NewsWatchJson.Default.ArticleFound));

        // The host's own copy of it is the same message, and the stage has heard of it.
        await Over(new FailingStage(new IOException()) { RecordsNothing = true }).GiveUpAsync(body, "cut off", default);
        Assert.Equal((1, "IOException: the disk is full"), (kept.Times, kept.Cause));
        Assert.Equal(kept, Assert.Single(await poison.ListAsync(Pipeline.ExtractArticle, 10, default)));
    }

    [Fact]
    public async Task What_a_stage_cannot_even_record_is_kept_all_the_same()
    {
        var stage = new FailingStage(new IOException("first")) { RecordsNothing = true };
        Assert.Null(await Over(stage).DeliverAsync(Body, Pipeline.MaxDeliveries, default));
        Assert.Single(await poison.ListAsync(Pipeline.ExtractArticle, 10, default));
    }

    [Fact]
    public void Waits_grow_and_are_twenty_minutes_in_all_at_least()
    {
        foreach (var queue in Pipeline.Queues)
        {
            var waits = Enumerable.Range(1, Pipeline.MaxDeliveries - 1).Select(delivery => Backoff.After(queue, delivery)).ToList();
            Assert.Equal(waits.Order(), waits);
            Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60));
        }
    }

    private QueueStage<ArticleFound> Over(IStage<ArticleFound> stage) => new(
        Pipeline.ExtractArticle, stage, NewsWatchJson.Default.ArticleFound, poison, NullLogger<QueueStage<ArticleFound>>.Instance);

    private sealed class FailingStage(Exception failure) : IStage<ArticleFound>
    {
        public bool RecordsNothing { get; init; }

        public string? GaveUp { get; private set; }

        public Task HandleAsync(ArticleFound message, CancellationToken cancellation) => throw failure;

        public Task GiveUpAsync(ArticleFound message, string cause, CancellationToken cancellation)
        {
            if (RecordsNothing)
                throw new DamagedRecordException("articles/a.json", new System.Text.Json.JsonException("cut short"));
            GaveUp = cause;
            return Task.CompletedTask;
        }
    }
}
