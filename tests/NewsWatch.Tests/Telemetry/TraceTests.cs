using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Delivering;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Telemetry;

[Collection(nameof(TelemetryCollection))]
public sealed class TraceTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>One entry's way where nothing keeps it waiting.</summary>
    private const string Straight = """
        feed entry
          send extract-article
            process extract-article
              GET
              GET
              send classify-article
                process classify-article
                  send track-agreement
                    process track-agreement
                      send send-alerts
                        process send-alerts
                          tell webhook

        """;

    /// <summary>The first look at the feeds is told when it is over.</summary>
    private const string Held = """
        feed entry
          send extract-article
            process extract-article
              GET
              GET
              send classify-article
                process classify-article
                  send track-agreement
                    process track-agreement
                      send send-alerts
                        process send-alerts
                          release alert
                            send send-alerts
                              process send-alerts
                                tell webhook

        """;

    [Fact]
    public Task An_entry_is_one_trace_from_its_feed_to_its_alert_over_the_local_store() => FollowAsync(null);

    [SkippableFact]
    public async Task An_entry_is_one_trace_from_its_feed_to_its_alert_over_storage_queues() => await FollowAsync(await azurite.NewAccountAsync());

    private async Task FollowAsync(string? account)
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync(account);
        newsroom.PublishAgreement();
        await newsroom.PassAsync();
        newsroom.Publish(
            "/valparaiso",
            "Two navies agree to share fuel",
            "Chile and New Zealand signed an acquisition and cross-servicing agreement in Valparaiso on Tuesday, so that ships of either may "
            + "take fuel from the other.");
        await newsroom.PassAsync();

        var roots = recorder.Spans.Where(span => span.DisplayName == Spans.FeedEntry.Name).OrderBy(span => span.StartTimeUtc).ToList();
        Assert.Equal(2, roots.Count);
        foreach (var root in roots)
            output.WriteLine(TraceTree.Of(recorder.Spans, root.TraceId, withTimes: true));
        Assert.Equal(Held.ReplaceLineEndings("\n"), TraceTree.Of(recorder.Spans, roots[0].TraceId));
        // Its robots.txt is known by then.
        Assert.Equal(Straight.ReplaceLineEndings("\n").Replace("      GET\n      GET\n", "      GET\n", StringComparison.Ordinal),
            TraceTree.Of(recorder.Spans, roots[1].TraceId));
        foreach (var root in roots)
            CheckRoot(recorder.Spans, root);
        Assert.Equal(2, newsroom.Told.Count);
    }

    private static void CheckRoot(IReadOnlyList<Activity> spans, Activity root)
    {
        var article = Assert.IsType<string>(root.GetTagItem(Attributes.Article));
        Assert.All(
            spans.Where(span => span.TraceId == root.TraceId && span.DisplayName.StartsWith("process ", StringComparison.Ordinal)),
            span =>
            {
                Assert.Equal(ActivityKind.Consumer, span.Kind);
                Assert.Equal(article, span.GetTagItem(Attributes.Article));
                Assert.Equal("done", span.GetTagItem(Attributes.Outcome));
                Assert.Equal(1, span.GetTagItem(Attributes.Delivery));
                Assert.True(span.Parent is null && span.HasRemoteParent, "It hangs on the message, not on what happens to be under way.");
            });
        // The poll is another trace, and each knows of the other.
        var poll = spans.Single(span => span.DisplayName == Spans.PollFeed.Name && span.SpanId == Assert.Single(root.Links).Context.SpanId);
        Assert.NotEqual(root.TraceId, poll.TraceId);
        Assert.Equal(poll.GetTagItem(Attributes.Feed), root.GetTagItem(Attributes.Feed));
    }

    [Fact]
    public async Task Strangers_are_not_told_of_traces()
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync();
        newsroom.Publish("/harbour", "Harbour festival", "There was music in the harbour.");
        await newsroom.PassAsync();
        Assert.NotEmpty(recorder.Spans);
        Assert.DoesNotContain("traceparent", newsroom.LastHeaders.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.All(newsroom.Told, post => Assert.DoesNotContain("traceparent", post.Headers.Keys));
    }

    [Fact]
    public async Task A_delivery_that_fails_is_a_span_that_says_so_and_keeps_the_failures_words_to_itself()
    {
        using var recorder = new TelemetryRecorder();
        var message = """{"article":"a","fingerprint":"f","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""";
        var poison = new PoisonDesk(
            new MemoryBlobs(new Crashes()),
            new SentMessages(new Crashes()),
            new DamagedRecords(NullLogger<DamagedRecords>.Instance),
            TimeProvider.System);
        await new QueueStage<ArticleFound>(
            Pipeline.ExtractArticle,
            new FailingStage(),
            NewsWatchJson.Default.ArticleFound,
            poison,
            NullLogger<QueueStage<ArticleFound>>.Instance).DeliverAsync(message, Pipeline.MaxDeliveries, default);
        var span = Assert.Single(recorder.Spans);
        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), (span.TraceId.ToString(), span.ParentSpanId.ToString()));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(("given-up", "System.IO.IOException"), (span.GetTagItem(Attributes.Outcome), span.GetTagItem(Attributes.ErrorType)));
        Assert.Null(span.StatusDescription);
        Assert.Empty(span.Events);
        var took = Assert.Single(recorder.Of(Metrics.StageDuration));
        Assert.Equal(("extract-article", "given-up"), (took.Tags[Attributes.Queue], took.Tags[Attributes.Outcome]));
    }

    private sealed class FailingStage : IStage<ArticleFound>
    {
        public Task HandleAsync(ArticleFound message, CancellationToken cancellation)
            => throw new IOException("https://rosa:hunter2@example.org/ is full");

        public Task GiveUpAsync(ArticleFound message, string cause, CancellationToken cancellation) => Task.CompletedTask;
    }
}
