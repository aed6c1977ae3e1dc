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

    /// <summary>Ids of the articles that stand on any page of the ledger.</summary>
    public required IReadOnlySet<string> Filed { get; init; }

    /// <summary>Queues with no message, in work, waiting or given up: what is under way there has been lost.</summary>
    public required IReadOnlySet<string> Idle { get; init; }

    /// <summary>The queues that are idle.</summary>
    public static async Task<IReadOnlySet<string>> IdleAsync(IQueues queues, PoisonDesk poison, CancellationToken cancellation)
    {
        var givenUp = await poison.CountAsync(cancellation);
        var idle = new HashSet<string>(StringComparer.Ordinal);
        foreach (var queue in Pipeline.Queues)
            if (givenUp[queue] + await queues.CountAsync(queue, cancellation) == 0)
                idle.Add(queue);
        return idle;
    }
}
