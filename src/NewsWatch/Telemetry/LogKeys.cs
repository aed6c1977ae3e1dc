namespace NewsWatch.Telemetry;

/// <summary>The names that values have in log messages, the same throughout, so that a search for one finds all that is said of it.</summary>
public static class LogKeys
{
    /// <summary>Every name and what it holds.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Article"] = "Id of an article.",
        ["Revision"] = "Hash of an article's text.",
        ["Feed"] = "Id of a feed.",
        ["Title"] = "Title of a feed, as the watch list has it.",
        ["Health"] = "Health of a feed.",
        ["Next"] = "When a feed is polled next.",
        ["Agreement"] = "Id of an agreement.",
        ["Development"] = "Id of a development.",
        ["Notice"] = "Id of what is told: a development, a digest, or a notice for the operator.",
        ["Channel"] = "Name of a channel in the settings.",
        ["Recipient"] = "Whom a channel tells.",
        ["Matter"] = "What the operator is told of, such as `feed` or `poison`.",
        ["Queue"] = "The queue, which is named as the stage that it feeds.",
        ["Body"] = "A message, as it lies in its queue.",
        ["Delivery"] = "Which delivery of a message it is, from 1.",
        ["Wait"] = "How long until the next try.",
        ["Blob"] = "Name of a record in the store.",
        ["State"] = "What the second reader says.",
        ["Reason"] = "Why, in a line.",
        ["Text"] = "What the operator is told.",
        ["Path"] = "Path of a request to the desk.",
        ["Trace"] = "What a reader of the desk was told to ask after.",
        ["Polled"] = "Feeds polled in a run.",
        ["Listed"] = "Feeds of the watch list.",
        ["Failed"] = "Feeds that failed in a run.",
        ["Postponed"] = "Feeds left to the next run.",
        ["Elsewhere"] = "Feeds left to other processes.",
        ["Batches"] = "Messages that feeds were handed over in.",
        ["Host"] = "Name of a web server.",
        ["New"] = "New entries.",
        ["Entries"] = "Entries of a feed.",
        ["Count"] = "Developments in a digest.",
        ["Prefix"] = "Where records lie, such as `pages/`.",
        ["Removed"] = "Blobs that are there no more.",
        ["Written"] = "Blobs that hold instead what they held.",
        ["Work"] = "What a host does beside its queues.",
    };
}
