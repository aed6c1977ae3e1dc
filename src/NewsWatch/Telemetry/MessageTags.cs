using System.Diagnostics;
using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle;
using NewsWatch.PollFeeds;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Telemetry;

/// <summary>What is said of messages, out and in.</summary>
internal static class MessageTags
{
    /// <summary>Out.</summary>
    public const string Send = "send";

    /// <summary>In.</summary>
    public const string Process = "process";

    /// <summary>What every measure of messages has.</summary>
    public static TagList Of(string operation, string queue) => new()
    {
        { Attributes.MessagingSystem, TelemetryName.MessagingSystem },
        { Attributes.MessagingOperation, operation },
        { Attributes.Queue, queue },
    };

    /// <summary>What every span of messages has.</summary>
    public static void Describe(Activity? span, string operation, string queue)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        foreach (var (name, value) in Of(operation, queue))
            span.SetTag(name, value);
        span.SetTag(Attributes.MessagingOperationType, operation);
    }

    /// <summary>What a message is about.</summary>
    public static void About(Activity? span, object message)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        switch (message)
        {
            case ArticleFound found:
                span.SetTag(Attributes.Article, found.Article);
                break;
            case ArticleExtracted extracted:
                span.SetTag(Attributes.Article, extracted.Article);
                break;
            case ArticleFlagged flagged:
                span.SetTag(Attributes.Article, flagged.Article);
                break;
            case Development development:
                span.SetTag(Attributes.Development, development.Id)
                    .SetTag(Attributes.Agreement, development.Agreement)
                    .SetTag(Attributes.Article, development.Article);
                break;
            case FeedHealthChanged change:
                span.SetTag(Attributes.Feed, change.Feed);
                break;
        }
    }
}
