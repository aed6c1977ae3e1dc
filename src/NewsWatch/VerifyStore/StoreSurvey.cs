using NewsWatch.Poison;
using NewsWatch.Storage;

namespace NewsWatch.VerifyStore;

/// <summary>What the checks of single records have to know of all the others.</summary>
internal sealed record StoreSurvey
{
    /// <summary>The state that the journal counts each article in.</summary>
    public required IReadOnlyDictionary<string, ArticleState> Told { get; init; }

    /// <summary>Ids of the articles stored.</summary>
    public required IReadOnlySet<string> Articles { get; init; }

    /// <summary>Ids of the dossiers stored.</summary>
    public required IReadOnlySet<string> Dossiers { get; init; }

    /// <summary>Queues with no message, in work, waiting or given up: what is under way there has been lost.</summary>
    public required IReadOnlySet<string> Idle { get; init; }

    /// <summary>Messages of each queue, in work, waiting or given up.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> MessagesAsync(IQueues queues, PoisonDesk poison, CancellationToken cancellation)
    {
        var messages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (queue, givenUp) in await poison.CountAsync(cancellation))
            messages[queue] = givenUp + await queues.CountAsync(queue, cancellation);
        return messages;
    }
}
