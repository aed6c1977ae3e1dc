namespace NewsWatch;

/// <summary>One delivery of a message to its stage, the same in every host.</summary>
public static class Delivery
{
    /// <summary>
    /// Hands the message to its stage. Where the last delivery fails, the stage records that it gave up; the failure is thrown on
    /// either way, so that the host delivers again or moves the message to the poison queue.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="message">The message.</param>
    /// <param name="deliveries">This delivery's number, from 1; the last is <see cref="Pipeline.MaxDeliveries"/>.</param>
    /// <param name="cancellation">The host is stopping: neither success nor failure, the message is delivered again.</param>
    public static async Task RunAsync<TMessage>(
        IStage<TMessage> stage, TMessage message, int deliveries, CancellationToken cancellation)
    {
        try
        {
            await stage.HandleAsync(message, cancellation);
        }
        catch (Exception failure) when (deliveries >= Pipeline.MaxDeliveries && !cancellation.IsCancellationRequested)
        {
            await stage.GiveUpAsync(message, CauseOf(failure), cancellation);
            throw;
        }
    }

    /// <summary>What failed, in a line.</summary>
    internal static string CauseOf(Exception failure) => $"{failure.GetType().Name}: {FirstLine(failure.Message)}";

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;
}
