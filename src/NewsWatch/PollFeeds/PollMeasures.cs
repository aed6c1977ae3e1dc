using System.Diagnostics;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.Telemetry;

namespace NewsWatch.PollFeeds;

/// <summary>What polls count, and what their spans say.</summary>
internal static class PollMeasures
{
    /// <summary>A feed has had its turn.</summary>
    public static void Take(Activity? span, FeedPoll poll)
    {
        var result = Word(poll.Result);
        Instruments.Polls.Count(1, Attributes.PollResult, result);
        Count(poll.Entries.New, "new");
        Count(poll.Entries.Edited, "edited");
        Count(poll.Entries.AlsoElsewhere, "also-elsewhere");
        Count(poll.Entries.Known, "known");
        Count(poll.Entries.Unusable, "unusable");
        Count(poll.Entries.BeyondBound, "beyond-bound");
        if (span is not { IsAllDataRequested: true })
            return;
        span.SetTag(Attributes.PollResult, result)
            .SetTag(Attributes.FeedHealth, WireName.Of(poll.Health))
            .SetTag(Attributes.NewEntries, poll.Entries.New);
        if (poll.Result == PollResult.Failed)
            span.Fail(result);

        static void Count(int count, string kind) => Instruments.EntriesRead.Count(count, Attributes.EntryKind, kind);
    }

    /// <summary>A run is over.</summary>
    public static void Take(Activity? span, PollSummary summary, TimeSpan took)
    {
        Instruments.Polls.Count(summary.Postponed, Attributes.PollResult, "postponed");
        Instruments.PollDuration.Record(took.TotalSeconds);
        span?.SetTag(Attributes.FeedsDue, summary.Polled + summary.Postponed).SetTag(Attributes.NewEntries, summary.Entries.New);
    }

    /// <summary>An entry is stored and announced.</summary>
    public static void Take(Activity? span, string article, EntryCounts count)
        => span?.SetTag(Attributes.Article, article).SetTag(
            Attributes.EntryKind, count.New > 0 ? "new" : count.Edited > 0 ? "edited" : count.AlsoElsewhere > 0 ? "also-elsewhere" : "known");

    private static string Word(PollResult result) => result switch
    {
        PollResult.Read => "read",
        PollResult.Unchanged => "unchanged",
        _ => "failed",
    };
}
