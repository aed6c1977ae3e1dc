using System.Collections.Concurrent;

namespace NewsWatch.ExtractArticle;

/// <summary>
/// Threads that do nothing but read pages, as many as there are processors; two at least, so that beside a page that takes long others are read.
/// So no more pages stand in memory as trees than are read at once, and what a thread keeps for its next page, which is as large as the largest
/// page it has read, is not kept by every thread of the pool.
/// </summary>
internal sealed class ReadingThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> waiting = [];

    /// <summary>Starts the threads.</summary>
    public ReadingThreads()
    {
        for (var number = 0; number < MaximumConcurrencyLevel; number++)
            new Thread(Work) { IsBackground = true, Name = "reads pages" }.Start();
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => Math.Max(2, Environment.ProcessorCount);

    /// <summary>Reads on one of the threads, in the order asked; what comes after it runs elsewhere.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before a thread was free.</exception>
    public Task<T> RunAsync<T>(Func<T> read, CancellationToken cancellation) => Task.Factory.StartNew(
        read, cancellation, TaskCreationOptions.RunContinuationsAsynchronously | TaskCreationOptions.HideScheduler, this);

    /// <summary>Lets the threads end when they have read what waits.</summary>
    public void Dispose() => waiting.CompleteAdding();

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => waiting.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => waiting;

    private void Work()
    {
        foreach (var task in waiting.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
