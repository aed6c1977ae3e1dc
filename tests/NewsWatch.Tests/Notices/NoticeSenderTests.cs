using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Notices;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Notices;

public sealed class NoticeSenderTests
{
    private const string Record = "alerts/x.json";

    private readonly Crashes crashes = new();
    private readonly ScriptedChannel channel = new();
    private readonly FakeTimeProvider clock = new();
    private readonly NoticeSender sender;

    public NoticeSenderTests()
    {
        var options = new NoticesOptions();
        options.Channels["scripted"] = new() { Kind = ChannelKind.Slack };
        sender = new(new MemoryBlobs(crashes), new([channel]), Options.Create(options), clock, NullLogger<NoticeSender>.Instance);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task A_worker_killed_at_any_write_leaves_no_recipient_untold(int step, int told)
    {
        crashes.Restart(step);
        await Assert.ThrowsAsync<CrashException>(TellAsync);
        crashes.Restart(0);
        while ((await TellAsync()).Next is { } wait)
            clock.Advance(wait);
        await TellAsync();
        Assert.Equal(told, channel.Told);
    }

    [Fact]
    public async Task Tries_come_ever_more_slowly_and_end()
    {
        channel.Outcome = new ChannelOutcome.Failed("down");
        var waits = new List<double>();
        while ((await TellAsync()).Next is { } wait)
        {
            waits.Add(wait.TotalSeconds);
            clock.Advance(wait);
        }
        Assert.Equal([20, 60, 180, 540, 1620, 3600, 3600], waits);
        Assert.Equal(8, channel.Told);
    }

    [Fact]
    public async Task A_recipient_is_not_tried_before_its_time()
    {
        channel.Outcome = new ChannelOutcome.Failed("busy", TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(10), (await TellAsync()).Next);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TimeSpan.FromMinutes(6), (await TellAsync()).Next);
        Assert.Equal(1, channel.Told);
    }

    private Task<NoticeResult> TellAsync()
        => sender.TellAsync(Record, new("x", clock.GetUtcNow(), NoticeTopic.Developments, "subject", []),
            sender.RecipientsOf(["scripted"]), default);

    private sealed class ScriptedChannel : INoticeChannel
    {
        public ChannelOutcome Outcome { get; set; } = new ChannelOutcome.Sent();

        public int Told { get; private set; }

        public string Name => "scripted";

        public IReadOnlyList<string> Recipients => ["me"];

        public Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
        {
            Told++;
            return Task.FromResult(Outcome);
        }
    }
}
