using System.Diagnostics;

namespace NewsWatch.Telemetry;

/// <summary>Every span there is.</summary>
public static class Spans
{
    /// <summary>A run over what is due.</summary>
    public static Span PollFeeds { get; } = new(
        "poll feeds", ActivityKind.Internal, "the host's timer, or none", "A run over the feeds that are due.",
        Attributes.FeedsDue, Attributes.NewEntries, Attributes.ErrorType);

    /// <summary>One feed's turn.</summary>
    public static Span PollFeed { get; } = new(
        "poll feed", ActivityKind.Internal, "none: a trace of its own, linked to the run", "One feed's turn: fetched, read, remembered.",
        Attributes.Feed, Attributes.PollResult, Attributes.FeedHealth, Attributes.NewEntries, Attributes.ErrorType);

    /// <summary>An entry.</summary>
    public static Span FeedEntry { get; } = new(
        "feed entry", ActivityKind.Internal, "none: the trace of the article, linked to the feed's turn",
        "An entry that is new or says something else is stored and announced.",
        Attributes.Feed, Attributes.Article, Attributes.EntryKind, Attributes.ErrorType);

    /// <summary>A message out.</summary>
    public static Span Send { get; } = new(
        "send", ActivityKind.Producer, "whatever sends", "A message is put in a queue.",
        Attributes.MessagingSystem, Attributes.MessagingOperation, Attributes.MessagingOperationType, Attributes.Queue,
        Attributes.Article, Attributes.Feed, Attributes.Agreement, Attributes.Development, Attributes.ErrorType);

    /// <summary>A message in.</summary>
    public static Span Process { get; } = new(
        "process", ActivityKind.Consumer, "the send of its message, linked to the host's own span",
        "A stage handles one delivery of a message.",
        Attributes.MessagingSystem, Attributes.MessagingOperation, Attributes.MessagingOperationType, Attributes.Queue, Attributes.Article,
        Attributes.Feed, Attributes.Agreement, Attributes.Development, Attributes.Delivery, Attributes.Age, Attributes.Outcome,
        Attributes.ErrorType);

    /// <summary>A request.</summary>
    public static Span Fetch { get; } = new(
        "GET", ActivityKind.Client, "whatever asks", "One request to one host, its body included; a redirect is a further one.",
        Attributes.Method, Attributes.Host, Attributes.Port, Attributes.Status, Attributes.FetchOutcome, Attributes.ErrorType);

    /// <summary>A notice.</summary>
    public static Span Tell { get; } = new(
        "tell", ActivityKind.Client, "whatever tells", "One recipient of a channel is told.",
        Attributes.Channel, Attributes.ChannelKind, Attributes.NoticeOutcome, Attributes.ErrorType);

    /// <summary>An alert that waited.</summary>
    public static Span Release { get; } = new(
        "release alert", ActivityKind.Internal, "the process of its development, when it was held",
        "An alert that waited for its time is sent on its way.",
        Attributes.Article, Attributes.Agreement, Attributes.Development, Attributes.ErrorType);

    /// <summary>A digest.</summary>
    public static Span Digest { get; } = new(
        "send digest", ActivityKind.Internal, "none: a trace of its own, linked to those of the developments in it", "A channel is told a digest.",
        Attributes.Channel, Attributes.ErrorType);

    /// <summary>Every span, in the order of the flow.</summary>
    public static IReadOnlyList<Span> All { get; } = [PollFeeds, PollFeed, FeedEntry, Fetch, Send, Process, Release, Digest, Tell];
}
