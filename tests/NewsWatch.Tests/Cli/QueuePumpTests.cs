using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Cli.Hosting;
using NewsWatch.Delivering;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Cli;

public sealed class QueuePumpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly SqliteQueues store;

    public QueuePumpTests() => store = new(new(folder.Path), time);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_this_process_sends_is_taken_though_no_time_goes_by()
    {
        var (bell, stage) = (new QueueBell(), new Stage());
        using var stop = new CancellationTokenSource();
        var working = Pump(stage, bell).RunAsync(PumpOptions.Standing, stop.Token);
        var queues = new RingingQueues(store, bell);
        for (var round = 0; round < 3; round++)
        {
            await queues.SendAsync(stage.Queue, $"message {round}", TimeSpan.Zero, default);
            await stage.Delivered.WaitAsync(Patience);
        }
        Assert.Equal(["message 0", "message 1", "message 2"], stage.Bodies);
        await stop.CancelAsync();
        await working;
    }

    [Fact]
    public async Task As_many_are_in_work_at_once_as_may_be()
    {
        var (bell, stage) = (new QueueBell(), new Stage { Gate = new(0) });
        using var stop = new CancellationTokenSource();
        var queues = new RingingQueues(store, bell);
        for (var number = 0; number < PumpOptions.Standing.Concurrency + 2; number++)
            await queues.SendAsync(stage.Queue, $"message {number}", TimeSpan.Zero, default);
        var working = Pump(stage, bell).RunAsync(PumpOptions.Standing, stop.Token);
        for (var worker = 0; worker < PumpOptions.Standing.Concurrency; worker++)
            await stage.Delivered.WaitAsync(Patience);
        Assert.Equal(PumpOptions.Standing.Concurrency, stage.Bodies.Count);
        stage.Gate.Release(PumpOptions.Standing.Concurrency + 2);
        await stage.Delivered.WaitAsync(Patience);
        await stage.Delivered.WaitAsync(Patience);
        await stop.CancelAsync();
        await working;
        Assert.Equal(0, await store.CountAsync(stage.Queue, default));
    }

    [Fact]
    public async Task What_another_process_sends_is_found_by_looking()
    {
        var stage = new Stage();
        using var stop = new CancellationTokenSource();
        var working = Pump(stage, new QueueBell()).RunAsync(PumpOptions.Standing, stop.Token);
        await store.SendAsync(stage.Queue, "from outside", TimeSpan.Zero, default);
        var found = stage.Delivered.WaitAsync(Patience);
        while (!found.IsCompleted)
        {
            time.Advance(PumpOptions.Standing.LongestIdle);
            await Task.WhenAny(found, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }
        Assert.True(await found);
        await stop.CancelAsync();
        await working;
    }

    [Fact]
    public async Task What_comes_due_is_taken_though_the_worker_that_kept_the_lookout_is_busy()
    {
        var (bell, stage) = (new QueueBell(), new Stage { Gate = new(0) });
        using var stop = new CancellationTokenSource();
        var working = Pump(stage, bell).RunAsync(PumpOptions.Standing, stop.Token);
        var queues = new RingingQueues(store, bell);
        for (var number = 0; number < PumpOptions.Standing.Concurrency - 1; number++)
        {
            await queues.SendAsync(stage.Queue, $"slow {number}", TimeSpan.Zero, default);
            await stage.Delivered.WaitAsync(Patience);
        }
        await queues.SendAsync(stage.Queue, "due later", TimeSpan.FromMinutes(1), default);
        var due = stage.Delivered.WaitAsync(Patience);
        while (!due.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(due, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }
        Assert.Equal("due later", stage.Bodies[^1]);
        stage.Gate.Release(PumpOptions.Standing.Concurrency);
        await stop.CancelAsync();
        await working;
    }

    private QueuePump Pump(Stage stage, QueueBell bell) => new(stage, store, bell, new(time), time, NullLogger<QueuePump>.Instance);

    private sealed class Stage : IQueueStage
    {
        private readonly List<string> bodies = [];

        public string Queue => Pipeline.ClassifyArticle;

        public SemaphoreSlim Delivered { get; } = new(0);

        public SemaphoreSlim? Gate { get; init; }

        public IReadOnlyList<string> Bodies
        {
            get
            {
                lock (bodies)
                    return [.. bodies];
            }
        }

        public async Task<Exception?> DeliverAsync(string body, int deliveries, CancellationToken cancellation)
        {
            lock (bodies)
                bodies.Add(body);
            Delivered.Release();
            await (Gate?.WaitAsync(CancellationToken.None) ?? Task.CompletedTask);
            return null;
        }

        public Task GiveUpAsync(string body, string cause, CancellationToken cancellation) => Task.CompletedTask;
    }
}
