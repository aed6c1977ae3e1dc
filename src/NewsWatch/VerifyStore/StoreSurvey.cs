using NewsWatch.Poison;
using NewsWatch.Storage;

namespace NewsWatch.VerifyStore;

/// <summary>What the checks of single records have to know of all the others.</summary>
internal sealed record StoreSurvey
{
    /// <summary>What other records say of each article.</summary>
    public required ArticleMap<Known> Articles { get; init; }

    /// <summary>Ids of the dossiers stored.</summary>
    public required IReadOnlySet<string> Dossiers { get; init; }

    /// <summary>Queues with no message, in work, waiting or given up: what is under way there has been lost.</summary>
    public required IReadOnlySet<string> Idle { get; init; }

    /// <summary>Whether an article is stored.</summary>
    public bool Holds(string article) => Articles[article].IsStored;

    /// <summary>Messages of each queue, in work, waiting or given up.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> MessagesAsync(IQueues queues, PoisonDesk poison, CancellationToken cancellation)
    {
        var messages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (queue, givenUp) in await poison.CountAsync(cancellation))
            messages[queue] = givenUp + await queues.CountAsync(queue, cancellation);
        return messages;
    }

    /// <summary>What other records say of an article.</summary>
    /// <param name="IsStored">It is among the articles.</param>
    /// <param name="IsFiled">It stands in the ledger.</param>
    /// <param name="Told">The state that the journal counts it in; null where it does not.</param>
    public readonly record struct Known(bool IsStored, bool IsFiled, ArticleState? Told);
}
