using System.Text.Json;
using NewsWatch.PollFeeds;

namespace NewsWatch.Tests;

public sealed class DeliveryTests
{
    private const string Message = """{"article":"a","fingerprint":"f","what":"a newer version may say"}""";

    [Theory]
    [InlineData(1, false)]
    [InlineData(Pipeline.MaxDeliveries - 1, false)]
    [InlineData(Pipeline.MaxDeliveries, true)]
    public async Task A_stage_gives_up_at_the_last_delivery_only(int delivery, bool givesUp)
    {
        var stage = new FailingStage();
        await Assert.ThrowsAsync<IOException>(() => Delivery.RunAsync(stage, Message, delivery, CancellationToken.None));
        Assert.Equal(givesUp ? "IOException: the disk is full" : null, stage.GaveUp);
    }

    [Fact]
    public async Task A_host_that_stops_at_the_last_delivery_gives_nothing_up()
    {
        var stage = new FailingStage();
        await Assert.ThrowsAsync<IOException>(
            () => Delivery.RunAsync(stage, Message, Pipeline.MaxDeliveries, new CancellationToken(canceled: true)));
        Assert.Null(stage.GaveUp);
    }

    [Fact]
    public async Task What_is_no_message_of_the_stage_never_reaches_it()
    {
        var stage = new FailingStage();
        await Assert.ThrowsAsync<JsonException>(() => Delivery.RunAsync(stage, "{}", Pipeline.MaxDeliveries, CancellationToken.None));
        Assert.Null(stage.GaveUp);
    }

    private sealed class FailingStage : IStage<ArticleFound>
    {
        public string? GaveUp { get; private set; }

        public Task HandleAsync(ArticleFound message, CancellationToken cancellation) => throw new IOException("the disk is full\nand more");

        public Task GiveUpAsync(ArticleFound message, string cause, CancellationToken cancellation)
        {
            GaveUp = cause;
            return Task.CompletedTask;
        }
    }
}
