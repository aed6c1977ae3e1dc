namespace NewsWatch;

/// <summary>The names both hosts agree on.</summary>
public static class Pipeline
{
    /// <summary>Queue of <c>PollFeeds</c>, besides the timer: feeds that are due, where they are more than one run polls.</summary>
    public const string PollFeeds = "poll-feeds";

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

    /// <summary>Every queue, in the order of the flow.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [PollFeeds, ExtractArticle, ClassifyArticle, TrackAgreement, SendAlerts, NotifyOperator];

    /// <summary>Name of the queue that the Functions host moves a message to after its last delivery was cut off.</summary>
    public static string Poison(string queue) => $"{queue}-poison";
}
