namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>A document made well-formed.</summary>
/// <param name="Text">Without declaration and document type; empty where there was no element at all.</param>
/// <param name="Repairs">What was mended.</param>
internal readonly record struct MendedXml(string Text, FeedRepairs Repairs);
