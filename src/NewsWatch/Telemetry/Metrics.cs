namespace NewsWatch.Telemetry;

/// <summary>Every metric there is.</summary>
public static class Metrics
{
    // A stage takes from milliseconds to its host's limit of ten minutes.
    private static readonly double[] Work = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600];

    // A message waits from nothing to the last of its retries, and longer where the host is down.
    private static readonly double[] Wait = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21600, 86400];

    // A feed is polled every few minutes to days; publishers date by the day.
    private static readonly double[] Lag = [10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 86400, 172800, 604800];

    /// <summary>Stage latency.</summary>
    public static Metric StageDuration { get; } = Histogram(
        "messaging.process.duration", "How long a stage took with one delivery of a message.", Work,
        Attributes.MessagingSystem, Attributes.MessagingOperation, Attributes.Queue, Attributes.Outcome, Attributes.ErrorType);

    /// <summary>Messages sent.</summary>
    public static Metric MessagesSent { get; } = new(
        MetricKind.Counter, "messaging.client.sent.messages", "{message}", "Messages sent to the next stage.",
        Attributes.MessagingSystem, Attributes.MessagingOperation, Attributes.Queue);

    /// <summary>Queue age.</summary>
    public static Metric MessageAge { get; } = Histogram(
        "newswatch.message.age", "How long a message had been due when a delivery of it began, earlier deliveries and their waits included.", Wait,
        Attributes.Queue);

    /// <summary>Queue length.</summary>
    public static Metric QueueMessages { get; } = new(
        MetricKind.Gauge, "newswatch.queue.messages", "{message}", "Messages in a queue, in work or waiting; a poison queue is one of its own.",
        Attributes.Queue);

    /// <summary>Length of runs.</summary>
    public static Metric PollDuration { get; } = Histogram("newswatch.poll.duration", "How long a run over the feeds that were due took.", Work);

    /// <summary>Polls.</summary>
    public static Metric Polls { get; } = new(
        MetricKind.Counter, "newswatch.polls", "{poll}", "Feeds that were due, by how their poll ended.", Attributes.PollResult);

    /// <summary>Feed health.</summary>
    public static Metric Feeds { get; } = new(
        MetricKind.Gauge, "newswatch.feeds", "{feed}", "Feeds of the watch list, by their health after the last run.", Attributes.FeedHealth);

    /// <summary>Entries met in feeds.</summary>
    public static Metric EntriesRead { get; } = new(
        MetricKind.Counter, "newswatch.entries.read", "{entry}", "Entries met in feeds that were read, by what became of them.",
        Attributes.EntryKind);

    /// <summary>Entries that ended.</summary>
    public static Metric EntriesEnded { get; } = new(
        MetricKind.Counter, "newswatch.entries.ended", "{entry}",
        "Outcomes of entries, by the state they ended in; one that is read again has another.", Attributes.EntryState);

    /// <summary>Entries by state.</summary>
    public static Metric Entries { get; } = new(
        MetricKind.Gauge, "newswatch.entries", "{entry}", "Every entry found so far, in the state that it is in: found is their sum.",
        Attributes.EntryState);

    /// <summary>Requests.</summary>
    public static Metric FetchDuration { get; } = Histogram(
        "newswatch.fetch.duration", "How long a request to a host outside took, its body included, waiting for the host's turn left out.", Work,
        Attributes.FetchOutcome, Attributes.Status);

    /// <summary>Developments.</summary>
    public static Metric Developments { get; } = new(
        MetricKind.Counter, "newswatch.developments", "{development}", "Developments that went to the alerts.",
        Attributes.DevelopmentKind, Attributes.AgreementStage);

    /// <summary>Notices.</summary>
    public static Metric Notices { get; } = new(
        MetricKind.Counter, "newswatch.notices", "{notice}", "Tries to tell a recipient of a channel, alerts and operator's notices alike.",
        Attributes.ChannelKind, Attributes.NoticeOutcome);

    /// <summary>From publication to alert.</summary>
    public static Metric AlertLag { get; } = Histogram(
        "newswatch.alert.lag",
        "From an article's publication, as page or feed dates it, to the alert of its news; digests and what was learned late are left out.",
        Lag, Attributes.ChannelKind);

    /// <summary>From finding to alert.</summary>
    public static Metric AlertDelay { get; } = Histogram(
        "newswatch.alert.delay", "From finding an article's entry in a feed to the alert of its news: what of the lag is our own.", Lag,
        Attributes.ChannelKind);

    /// <summary>Every metric, in the order of the flow.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        PollDuration, Polls, Feeds, EntriesRead, FetchDuration, MessagesSent, QueueMessages, MessageAge, StageDuration, EntriesEnded, Entries,
        Developments, Notices, AlertLag, AlertDelay,
    ];

    private static Metric Histogram(string name, string meaning, double[] buckets, params string[] attributes)
        => new(MetricKind.Histogram, name, "s", meaning, attributes) { Buckets = buckets };
}
