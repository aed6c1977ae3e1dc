using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

[Collection(nameof(TelemetryCollection))]
public sealed class MessageTraceTests
{
    private const string Plain = """{"article":"a","fingerprint":"f","deferrals":0}""";

    [Fact]
    public async Task Where_nobody_listens_a_message_is_nothing_but_itself() => Assert.Equal(Plain, await SentAsync());

    [Fact]
    public async Task Where_somebody_listens_it_carries_the_senders_place_and_when_it_is_due()
    {
        using var recorder = new TelemetryRecorder();
        var before = TimeProvider.System.GetUtcNow();
        var body = await SentAsync(TimeSpan.FromMinutes(10));
        var trace = MessageTrace.Of(body);
        var sent = Assert.Single(recorder.Spans);
        Assert.Equal((sent.TraceId, sent.SpanId), (trace.Context.TraceId, trace.Context.SpanId));
        Assert.InRange(trace.DueAt!.Value - before, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.5));
        Assert.Equal(TimeSpan.Zero, trace.Age);
        Assert.Equal(new("a", "f"), JsonQueues.Read(body, NewsWatchJson.Default.ArticleFound));
        Assert.Equal(Plain, MessageTrace.Without(body));
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData("""{"article":"a","fingerprint":"f","traceparent":"no trace","dueAt":"some day"}""")]
    [InlineData("""{"article":"a","fingerprint":"f","traceparent":7,"tracestate":[],"dueAt":{}}""")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    public void A_message_without_a_trace_that_can_be_read_is_of_none(string body)
    {
        using var recorder = new TelemetryRecorder();
        var trace = MessageTrace.Of(body);
        Assert.Equal(default, trace.Context);
        Assert.Null(trace.Age);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("no JSON")]
    [InlineData("""{ "article": "a" }""")]
    public void A_message_that_carries_nothing_is_left_as_it_is(string body) => Assert.Equal(body, MessageTrace.Without(body));

    private async Task<string> SentAsync(TimeSpan delay = default)
    {
        var queues = new KeptQueues();
        await queues.SendJsonAsync(
            Pipeline.ExtractArticle, new ArticleFound("a", "f"), NewsWatchJson.Default.ArticleFound, delay, default);
        return queues.Body!;
    }

    private sealed class KeptQueues : IQueues
    {
        public string? Body { get; private set; }

        public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
        {
            Body = body;
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
            => throw new NotSupportedException();

        public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => throw new NotSupportedException();

        public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<int> CountAsync(string queue, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
