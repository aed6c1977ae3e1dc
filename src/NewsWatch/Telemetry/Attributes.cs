namespace NewsWatch.Telemetry;

/// <summary>
/// Names of the attributes of spans and metrics: those of OpenTelemetry's semantic conventions where they have one, else under
/// <c>newswatch.</c>. None ever holds an address, for addresses may hold credentials.
/// </summary>
public static class Attributes
{
    /// <summary>Always <c>newswatch</c>, whatever store keeps the queues.</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary><c>send</c> or <c>process</c>.</summary>
    public const string MessagingOperation = "messaging.operation.name";

    /// <summary><c>send</c> or <c>process</c>.</summary>
    public const string MessagingOperationType = "messaging.operation.type";

    /// <summary>The queue, which is named as the stage that it feeds.</summary>
    public const string Queue = "messaging.destination.name";

    /// <summary>Type of the exception that ended it, or the outcome of a request; only where it failed.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Host that was asked.</summary>
    public const string Host = "server.address";

    /// <summary>Its port.</summary>
    public const string Port = "server.port";

    /// <summary>Method of a request.</summary>
    public const string Method = "http.request.method";

    /// <summary>Status of the answer; only where one came.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>Id of an article.</summary>
    public const string Article = "newswatch.article.id";

    /// <summary>Id of a feed.</summary>
    public const string Feed = "newswatch.feed.id";

    /// <summary>Id of an agreement.</summary>
    public const string Agreement = "newswatch.agreement.id";

    /// <summary>Id of a development.</summary>
    public const string Development = "newswatch.development.id";

    /// <summary>Name of a channel in the settings.</summary>
    public const string Channel = "newswatch.channel.name";

    /// <summary>Kind of a channel, such as <c>email</c>; <c>feed</c> for the outgoing feeds.</summary>
    public const string ChannelKind = "newswatch.channel.kind";

    /// <summary>Which delivery of a message it is, from 1.</summary>
    public const string Delivery = "newswatch.message.delivery";

    /// <summary>How a delivery ended: <c>done</c>, <c>failed</c> (comes again), <c>given-up</c> or <c>handed-back</c> (the host stops).</summary>
    public const string Outcome = "newswatch.message.outcome";

    /// <summary>How long a message had been due, in seconds.</summary>
    public const string Age = "newswatch.message.age";

    /// <summary>What became of an entry at a poll: <c>new</c>, <c>edited</c>, <c>also-elsewhere</c>, <c>known</c>, <c>unusable</c> or <c>beyond-bound</c>.</summary>
    public const string EntryKind = "newswatch.entry.kind";

    /// <summary>State of an entry, as stored: <c>pending</c>, <c>flagged</c>, <c>mentions</c> and so on.</summary>
    public const string EntryState = "newswatch.entry.state";

    /// <summary>Health of a feed: <c>ok</c>, <c>failing</c>, <c>gone-quiet</c> and so on.</summary>
    public const string FeedHealth = "newswatch.feed.health";

    /// <summary>How the poll of a feed ended: <c>read</c>, <c>unchanged</c> or <c>failed</c>; of a run also <c>postponed</c>.</summary>
    public const string PollResult = "newswatch.poll.result";

    /// <summary>Feeds that were due.</summary>
    public const string FeedsDue = "newswatch.poll.due";

    /// <summary>New entries.</summary>
    public const string NewEntries = "newswatch.poll.new_entries";

    /// <summary>How a fetch ended: <c>fetched</c>, <c>not-modified</c>, <c>redirected</c>, <c>refused</c> or <c>failed</c>.</summary>
    public const string FetchOutcome = "newswatch.fetch.outcome";

    /// <summary>How telling a recipient ended: <c>sent</c>, <c>failed</c> (is tried again), <c>refused</c> or <c>given-up</c>.</summary>
    public const string NoticeOutcome = "newswatch.notice.outcome";

    /// <summary>What a development is: <c>news</c>, <c>late</c> or <c>correction</c>.</summary>
    public const string DevelopmentKind = "newswatch.development.kind";

    /// <summary>The stage that an agreement came to.</summary>
    public const string AgreementStage = "newswatch.agreement.stage";
}
