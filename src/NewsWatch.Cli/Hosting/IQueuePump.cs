namespace NewsWatch.Cli.Hosting;

/// <summary>Feeds one stage from its queue.</summary>
internal interface IQueuePump
{
    /// <summary>The queue.</summary>
    string Queue { get; }

    /// <summary>Works the queue until cancelled; messages in work are then given back.</summary>
    Task RunAsync(PumpOptions options, CancellationToken stop);
}
