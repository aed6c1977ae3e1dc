using NewsWatch.Notices;

namespace NewsWatch.NotifyOperator;

/// <summary>The kinds of trouble, in words, with what to do.</summary>
internal static class OperatorCauses
{
    public const string Feeds = "feeds-";
    public const string FeedsRecovered = Feeds + "recovered";
    public const string Poll = "poll";
    public const string Poison = "poison";
    public const string Channel = "channel";
    public const string Store = "store";

    public static NoticeTopic TopicOf(string cause) => cause.StartsWith(Feeds, StringComparison.Ordinal) ? NoticeTopic.Feeds
        : NoticeTopic.Operator;

    /// <summary>One line for a number of matters.</summary>
    public static string Heading(string cause, IReadOnlyList<OperatorMatter> matters)
    {
        var what = cause switch
        {
            FeedsRecovered => "Feed recovered",
            Poll => "The poll is late",
            Poison => "Messages given up",
            Channel => "A channel could not be told",
            Store => "The store is refused",
            _ when cause.StartsWith(Feeds, StringComparison.Ordinal) => $"Feed {cause[Feeds.Length..].Replace('-', ' ')}",
            _ => cause,
        };
        return matters.Count == 1 ? $"{what}: {matters[0].Key}" : $"{what}: {matters[0].Key} and {matters.Count - 1} more";
    }

    /// <summary>What helps, a sentence or two.</summary>
    public static string WhatToDo(string cause) => cause switch
    {
        Feeds + "failing" => "Open the feed's address. Where the site has moved or blocks us, correct or remove the feed; what it misses is caught up once it answers.",
        Feeds + "gone" => "It is not polled any more. Look for its successor with `newswatch feeds discover`, and remove it from the watch list.",
        Feeds + "gone-quiet"
            => "Compare the feed with its site: where the site goes on, the feed was given up and another address is needed.",
        FeedsRecovered => "Nothing: what was missed has been caught up as far as the feed still holds it.",
        Poll => "See whether the host was asleep, or PollSchedule was changed. Nothing is lost that the feeds still hold.",
        Poison => "See why with `newswatch replay --list`, mend it, then `newswatch replay` gives them another try.",
        Channel => "Correct the address, mailbox or secret in the settings and try it with `newswatch alerts test`; `newswatch replay` sends again what was given up.",
        Store => "See that the disk has room and the account may be used. Nothing is marked done that was not stored.",
        _ => "Compare the feed with its site, and correct or remove it.",
    };
}
