namespace NewsWatch;

/// <summary>A stage fed by a queue. Delivery is at least once, so handling a message twice leaves the same blobs.</summary>
/// <typeparam name="TMessage">The previous stage's message; all a stage sees of it.</typeparam>
public interface IStage<in TMessage>
{
    /// <summary>Stores, then sends, then returns. An exception means: deliver again later.</summary>
    Task HandleAsync(TMessage message, CancellationToken cancellation);

    /// <summary>The same, for a stage that does otherwise the oftener a message has failed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="delivery">This delivery's number, from 1.</param>
    /// <param name="cancellation">Stops it.</param>
    Task HandleAsync(TMessage message, int delivery, CancellationToken cancellation) => HandleAsync(message, cancellation);

    /// <summary>Records that the last delivery failed, before the message is put with those given up.</summary>
    /// <param name="message">The message that could not be handled.</param>
    /// <param name="cause">One line saying why.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task GiveUpAsync(TMessage message, string cause, CancellationToken cancellation);
}
