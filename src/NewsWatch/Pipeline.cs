using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle;
using NewsWatch.PollFeeds;
using NewsWatch.TrackAgreement;

namespace NewsWatch;

/// <summary>The names both hosts agree on.</summary>
public static class Pipeline
{
    /// <summary>Queue of <c>ExtractArticle</c>.</summary>
    public const string ExtractArticle = "extract-article";

    /// <summary>Queue of <c>ClassifyArticle</c>.</summary>
    public const string ClassifyArticle = "classify-article";

    /// <summary>Queue of <c>TrackAgreement</c>.</summary>
    public const string TrackAgreement = "track-agreement";

    /// <summary>Queue of <c>SendAlerts</c>.</summary>
    public const string SendAlerts = "send-alerts";

    /// <summary>Queue of <c>NotifyOperator</c>: what the operator should know of feeds.</summary>
    public const string NotifyOperator = "notify-operator";

    /// <summary>Deliveries after which a message is poison; the Functions host's <c>maxDequeueCount</c>.</summary>
    public const int MaxDeliveries = 5;

    private static readonly Dictionary<Type, string> Takers = new()
    {
        [typeof(ArticleFound)] = ExtractArticle,
        [typeof(ArticleExtracted)] = ClassifyArticle,
        [typeof(ArticleFlagged)] = TrackAgreement,
        [typeof(Development)] = SendAlerts,
        [typeof(FeedHealthChanged)] = NotifyOperator,
    };

    /// <summary>Every queue, in the order of the flow.</summary>
    public static IReadOnlyList<string> Queues { get; } = [ExtractArticle, ClassifyArticle, TrackAgreement, SendAlerts, NotifyOperator];

    /// <summary>The queue of the stage that a message goes to.</summary>
    /// <exception cref="ArgumentException">No stage takes such a message.</exception>
    public static string QueueOf<TMessage>()
        => Takers.TryGetValue(typeof(TMessage), out var queue)
            ? queue
            : throw new ArgumentException($"no stage takes a {typeof(TMessage).Name}");

    /// <summary>Name of the queue that keeps what could not be handled.</summary>
    public static string Poison(string queue) => $"{queue}-poison";
}
