using System.Diagnostics;
using NewsWatch.Notices;

namespace NewsWatch.Tests.Notices;

/// <summary>What every kind of channel does, each against a server that speaks its protocol.</summary>
public abstract class ChannelContract : IAsyncLifetime
{
    private NoticesBench bench = null!;

    public async Task InitializeAsync()
    {
        await StartAsync();
        bench = NoticesBench.Start([("Timeout", "00:00:06"), .. Settings]);
    }

    public async Task DisposeAsync()
    {
        bench.Dispose();
        await StopAsync();
    }

    /// <summary>What must not stand in an outcome: it is logged and shown.</summary>
    protected abstract IReadOnlyList<string> Secrets { get; }

    private protected abstract (string Key, string Value)[] Settings { get; }

    protected abstract Task StartAsync();

    protected abstract Task StopAsync();

    /// <summary>The server takes no more of it, for good.</summary>
    protected abstract void Refuse();

    /// <summary>The server asks to be left alone for 90 seconds, if its protocol can say so.</summary>
    protected abstract void BeBusy();

    /// <summary>The server fails.</summary>
    protected abstract void Fail();

    /// <summary>The server takes the message and says nothing.</summary>
    protected abstract void Hang();

    /// <summary>How long its protocol can ask to be left alone; null where it cannot.</summary>
    protected abstract TimeSpan? AskedFor { get; }

    /// <summary>Checks that exactly one message came, valid and within the limits, and returns all of its text.</summary>
    private protected abstract string Received(Notice notice);

    public static TheoryData<string> Kinds => new("tame", "correction", "large", "hostile");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_notice_arrives_once_and_valid(string kind)
    {
        var notice = kind switch
        {
            "correction" => SampleNotices.Correction,
            "large" => SampleNotices.Large,
            "hostile" => SampleNotices.Hostile,
            _ => SampleNotices.Tame,
        };
        Assert.IsType<ChannelOutcome.Sent>(await bench.TryAsync(notice));
        var text = Received(notice);
        Assert.Contains("ACSA", kind == "hostile" ? "ACSA" : text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleNotices.Override, text);
        Assert.DoesNotContain('\0', text);
        if (kind == "tame")
            Assert.Contains("Ceci est un essai", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_told_apart()
    {
        Refuse();
        Tell(Assert.IsType<ChannelOutcome.Refused>(await bench.TryAsync(SampleNotices.Tame)).Why);
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_as_long_as_it_asks()
    {
        BeBusy();
        var failed = Assert.IsType<ChannelOutcome.Failed>(await bench.TryAsync(SampleNotices.Tame));
        Assert.Equal(AskedFor, failed.After);
        Tell(failed.Why);
    }

    [Fact]
    public async Task A_server_that_fails_may_work_later()
    {
        Fail();
        Tell(Assert.IsType<ChannelOutcome.Failed>(await bench.TryAsync(SampleNotices.Tame)).Why);
    }

    [Fact]
    public async Task The_bound_of_the_settings_ends_a_server_that_says_nothing()
    {
        Hang();
        var began = Stopwatch.StartNew();
        var failed = Assert.IsType<ChannelOutcome.Failed>(await bench.TryAsync(SampleNotices.Tame));
        // Beyond the bound on fetching, which is a second here: one clock bounds a channel.
        Assert.InRange(began.Elapsed.TotalSeconds, 1.9, 8);
        Assert.Equal("no answer in time", failed.Why);
    }

    [Fact]
    public async Task A_server_that_is_not_there_may_come_back()
    {
        await StopAsync();
        Tell(Assert.IsType<ChannelOutcome.Failed>(await bench.TryAsync(SampleNotices.Tame)).Why);
    }

    private void Tell(string why)
    {
        Assert.NotEmpty(why);
        Assert.DoesNotContain('\n', why);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, why, StringComparison.Ordinal));
    }
}

/// <summary>Channels that post to a web server.</summary>
public abstract class HttpChannelContract : ChannelContract
{
    private LoopbackHook hook = null!;

    protected override IReadOnlyList<string> Secrets => ["T000", "s3cret"];

    protected override TimeSpan? AskedFor => TimeSpan.FromSeconds(90);

    /// <summary>Kind in the settings.</summary>
    protected abstract string Kind { get; }

    /// <summary>Path of the hook; a secret of most chats.</summary>
    protected virtual string Path => "services/T000/s3cret";

    private protected virtual (string Key, string Value)[] More => [];

    private protected override (string Key, string Value)[] Settings =>
        [("Channels:desk:Kind", Kind), ("Channels:desk:Address", new Uri(hook.Root, Path).AbsoluteUri), .. More];

    protected override async Task StartAsync() => hook = await LoopbackHook.StartAsync();

    protected override async Task StopAsync() => await hook.DisposeAsync();

    protected override void Refuse() => hook.Answers.Enqueue(400);

    protected override void BeBusy()
    {
        hook.RetryAfter = "90";
        hook.Answers.Enqueue(429);
    }

    protected override void Fail() => hook.Answers.Enqueue(500);

    protected override void Hang() => hook.Hangs = true;

    private protected override string Received(Notice notice)
    {
        var post = Assert.Single(hook.Posts);
        Assert.Equal("application/json; charset=utf-8", post.Headers["content-type"]);
        Assert.Equal(notice.Id, post.Headers["idempotency-key"]);
        Check(post, notice);
        return Schemas.Texts(post.Json);
    }

    /// <summary>Checks what is the kind's own.</summary>
    private protected abstract void Check(HookPost post, Notice notice);
}
