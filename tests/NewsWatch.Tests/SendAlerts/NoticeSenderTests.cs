using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.SendAlerts;

public sealed class NoticeSenderTests
{
    private const string Record = "alerts/x.json";

    private readonly Crashes crashes = new();
    private readonly CountingChannel channel = new();
    private readonly FakeTimeProvider clock = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(20) };
    private readonly NoticeSender sender;

    public NoticeSenderTests()
        => sender = new(new MemoryBlobs(crashes), new([channel]), Options.Create(new SendAlertsOptions()), clock, NullLogger<NoticeSender>.Instance);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task A_worker_killed_at_any_write_leaves_no_channel_untold(int step, int told)
    {
        var notice = new Notice("x", clock.GetUtcNow(), "subject", "text", null);
        crashes.Restart(step);
        await Assert.ThrowsAsync<CrashException>(() => sender.TellAsync(Record, notice, default));
        crashes.Restart(0);
        var again = sender.TellAsync(Record, notice, default);
        while (!again.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await again;
        await sender.TellAsync(Record, notice, default);
        Assert.Equal(told, channel.Told);
    }

    private sealed class CountingChannel : INoticeChannel
    {
        public int Told { get; private set; }

        public string Name => "counting";

        public bool Wants(Notice notice) => true;

        public Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation)
        {
            Told++;
            return Task.FromResult<ChannelOutcome>(new ChannelOutcome.Sent("me"));
        }
    }
}
