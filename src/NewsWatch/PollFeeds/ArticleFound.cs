using NewsWatch.Delivering;

namespace NewsWatch.PollFeeds;

/// <summary>An entry not seen before, or one that has changed, is stored under <paramref name="Article"/>.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Fingerprint">The mention's fingerprint that led to this message.</param>
public sealed record ArticleFound(string Article, string Fingerprint) : ISentAgain<ArticleFound>
{
    /// <summary>How often it was put off because the page's server asked to come again later.</summary>
    public int Deferrals { get; init; }

    /// <summary>Deliveries that failed before it last went back to the queue because a host was busy: the queue counts anew then.</summary>
    public int EarlierDeliveries { get; init; }

    /// <summary>Hosts that were busy when it came before, and told it when to come again; null for none.</summary>
    public IReadOnlyList<string>? WaitedFor { get; init; }

    /// <inheritdoc/>
    public ArticleFound Anew() => new(Article, Fingerprint);
}
