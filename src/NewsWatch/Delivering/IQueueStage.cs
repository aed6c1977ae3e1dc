namespace NewsWatch.Delivering;

/// <summary>A stage as a host sees it: a queue, and what becomes of the texts that come out of it.</summary>
public interface IQueueStage
{
    /// <summary>The queue that feeds the stage.</summary>
    string Queue { get; }

    /// <summary>
    /// Hands one delivery to the stage. At the last, and where the text is no message of this queue, it is given up: the stage records it,
    /// and the message is kept among those that were given up.
    /// </summary>
    /// <param name="body">The message as it came.</param>
    /// <param name="deliveries">This delivery's number, from 1; the last, with <see cref="ISentAgain{TSelf}"/>, is <see cref="Pipeline.MaxDeliveries"/>.</param>
    /// <param name="cancellation">The host is stopping.</param>
    /// <returns>Null where the message is done with; else what failed, and it is to come again after <see cref="Backoff"/>.</returns>
    /// <exception cref="OperationCanceledException">The host was stopped first: the message is to come again, and this was no try.</exception>
    Task<Exception?> DeliverAsync(string body, int deliveries, CancellationToken cancellation);

    /// <summary>Gives a message up that no delivery has ended for; nothing where it is among those given up.</summary>
    /// <param name="body">The message as it came.</param>
    /// <param name="cause">One line saying why.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task GiveUpAsync(string body, string cause, CancellationToken cancellation);
}
