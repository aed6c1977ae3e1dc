namespace NewsWatch.Articles;

/// <summary>One feed's entry for an article: what the feed itself says.</summary>
/// <param name="Feed">Id of the feed.</param>
/// <param name="FeedTitle">Title of the feed as the watch list has it.</param>
/// <param name="Link">The entry's address as the feed gave it, made absolute; the feed's site where it gave none.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text of summary or content, empty where the feed has none.</param>
/// <param name="Published">As the feed says, in UTC; null where it says nothing usable.</param>
/// <param name="Fingerprint">Hash of what the entry said, to notice an edit.</param>
public sealed record FeedMention(
    string Feed,
    string FeedTitle,
    Uri Link,
    string Title,
    string Summary,
    DateTimeOffset? Published,
    string Fingerprint)
{
    /// <summary>What the entry goes by within its feed; null for one stored before entries had a name of their own.</summary>
    public string? Entry { get; init; }

    /// <summary>The one document (PDF) the entry encloses or links to; null where it has none, or several.</summary>
    public Uri? Document { get; init; }
}
