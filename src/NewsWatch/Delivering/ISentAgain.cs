namespace NewsWatch.Delivering;

/// <summary>A message that its stage may put back into the queue as a new one, of which the queue counts the deliveries anew.</summary>
/// <typeparam name="TSelf">The message itself.</typeparam>
public interface ISentAgain<out TSelf>
{
    /// <summary>Deliveries that failed before it was put back last.</summary>
    int EarlierDeliveries { get; }

    /// <summary>The message as it was sent first: what is given up is one whatever came before, and tried again with all its tries.</summary>
    TSelf Anew();
}
