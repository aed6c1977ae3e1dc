using System.Collections.Concurrent;
using NewsWatch.ExtractArticle;

namespace NewsWatch.Tests.ExtractArticle;

public sealed class ReadingThreadsTests : IDisposable
{
    private readonly ReadingThreads threads = new();

    [Fact]
    public async Task Of_many_pages_no_more_are_read_at_once_than_there_are_threads_and_by_the_same_threads()
    {
        var (now, most, read) = (0, 0, new ConcurrentBag<int>());
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => threads.RunAsync(
            () =>
            {
                var at = Interlocked.Increment(ref now);
                InterlockedMax(ref most, at);
                Thread.SpinWait(20_000);
                read.Add(Environment.CurrentManagedThreadId);
                return Interlocked.Decrement(ref now);
            },
            default)));
        Assert.InRange(most, 1, threads.MaximumConcurrencyLevel);
        Assert.InRange(read.Distinct().Count(), 1, threads.MaximumConcurrencyLevel);
        Assert.Equal(100, read.Count);
    }

    [Fact]
    public async Task What_comes_after_a_page_does_not_run_where_pages_are_read()
    {
        var reader = await threads.RunAsync(() => Thread.CurrentThread, default);
        Assert.NotSame(reader, Thread.CurrentThread);
        Assert.Same(TaskScheduler.Default, TaskScheduler.Current);
    }

    [Fact]
    public async Task What_fails_fails_where_it_was_asked_for_and_the_next_page_is_read()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => threads.RunAsync<int>(() => throw new InvalidDataException(), default));
        Assert.Equal(7, await threads.RunAsync(() => 7, default));
    }

    [Fact]
    public async Task What_is_cancelled_before_its_turn_is_not_read()
    {
        using var cancelled = new CancellationTokenSource();
        using var go = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, threads.MaximumConcurrencyLevel).Select(_ => threads.RunAsync(() => go.Wait(TimeSpan.FromSeconds(30)), default)).ToList();
        var read = false;
        var late = threads.RunAsync(() => read = true, cancelled.Token);
        await cancelled.CancelAsync();
        go.Set();
        Assert.All(await Task.WhenAll(busy), Assert.True);
        await Assert.ThrowsAsync<TaskCanceledException>(() => late);
        Assert.False(read);
    }

    public void Dispose() => threads.Dispose();

    private static void InterlockedMax(ref int most, int at)
    {
        for (var seen = most; at > seen && Interlocked.CompareExchange(ref most, at, seen) != seen; seen = most)
        {
        }
    }
}
