namespace NewsWatch.Tests;

public sealed class DeliveryTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(Pipeline.MaxDeliveries - 1, false)]
    [InlineData(Pipeline.MaxDeliveries, true)]
    public async Task A_stage_gives_up_at_the_last_delivery_only(int delivery, bool givesUp)
    {
        var stage = new FailingStage();
        await Assert.ThrowsAsync<IOException>(() => Delivery.RunAsync(stage, "m", delivery, CancellationToken.None));
        Assert.Equal(givesUp ? "IOException: the disk is full" : null, stage.GaveUp);
    }

    [Fact]
    public async Task A_host_that_stops_at_the_last_delivery_gives_nothing_up()
    {
        var stage = new FailingStage();
        await Assert.ThrowsAsync<IOException>(
            () => Delivery.RunAsync(stage, "m", Pipeline.MaxDeliveries, new CancellationToken(canceled: true)));
        Assert.Null(stage.GaveUp);
    }

    private sealed class FailingStage : IStage<string>
    {
        public string? GaveUp { get; private set; }

        public Task HandleAsync(string message, CancellationToken cancellation) => throw new IOException("the disk is full\nand more");

        public Task GiveUpAsync(string message, string cause, CancellationToken cancellation)
        {
            GaveUp = cause;
            return Task.CompletedTask;
        }
    }
}
