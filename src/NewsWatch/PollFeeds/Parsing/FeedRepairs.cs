namespace NewsWatch.PollFeeds.Parsing;

/// <summary>What was wrong with a feed and had to be mended for it to be read.</summary>
[Flags]
public enum FeedRepairs
{
    /// <summary>Nothing: it was well-formed.</summary>
    None = 0,

    /// <summary>The declared encoding was wrong, unknown or missing, and another one was used.</summary>
    Encoding = 1 << 0,

    /// <summary>Text stood before or after the root element.</summary>
    OutsideRoot = 1 << 1,

    /// <summary>A bare ampersand, an HTML entity or another reference that XML does not know.</summary>
    References = 1 << 2,

    /// <summary>A document type was taken out, its plain entities replaced.</summary>
    DocumentType = 1 << 3,

    /// <summary>Characters that XML forbids were dropped.</summary>
    Characters = 1 << 4,

    /// <summary>A prefix was used without being declared.</summary>
    Prefixes = 1 << 5,

    /// <summary>Tags crossed, were left open or were closed without being open; attributes were malformed.</summary>
    Tags = 1 << 6,

    /// <summary>The document breaks off; what stood before the break was kept.</summary>
    CutOff = 1 << 7,

    /// <summary>The feed was larger than allowed; what lies beyond the bound was left.</summary>
    TooLarge = 1 << 8,
}
