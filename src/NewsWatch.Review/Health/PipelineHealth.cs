using NewsWatch.Poison;

namespace NewsWatch.Review.Health;

/// <summary>How the pipeline is doing.</summary>
/// <param name="Counts">Where the entries found have ended.</param>
/// <param name="Queues">The queues, in the order of the flow.</param>
/// <param name="Poison">Messages given up, as many as are shown, with the article each is of; null where it is of none.</param>
/// <param name="Feeds">Sources on the watch list.</param>
/// <param name="Troubled">Of these, those in trouble.</param>
/// <param name="Polled">The last poll of any; null before the first.</param>
public sealed record PipelineHealth(
    ArticleCounts Counts,
    IReadOnlyList<QueueHealth> Queues,
    IReadOnlyList<(PoisonMessage Message, Article? Article)> Poison,
    int Feeds,
    int Troubled,
    DateTimeOffset? Polled)
{
    /// <summary>False while the index is being built, so that entries may be missing from the counts.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>A queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">Messages in it.</param>
/// <param name="GivenUp">Messages in its poison queue.</param>
public sealed record QueueHealth(string Name, int Waiting, int GivenUp);
