namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>What an element is about, whatever its format calls it.</summary>
internal enum FeedField
{
    None,
    Channel,
    Entry,
    Title,
    OtherTitle,
    Link,
    AtomLink,
    Guid,
    Id,
    Published,
    Issued,
    DublinDate,
    Created,
    Updated,
    Summary,
    Content,
    OtherText,
    Author,
    Creator,
    Source,
    Language,
    Ttl,
    SkipHours,
    SkipDays,
    UpdatePeriod,
    UpdateFrequency,
    Enclosure,
}
