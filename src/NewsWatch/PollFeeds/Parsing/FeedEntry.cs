using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing;

/// <summary>
/// One entry of a feed, a sitemap or a list. What is longer than <see cref="Bound"/> allows is cut; of addresses, which mean nothing in part,
/// it is left out.
/// </summary>
public sealed record FeedEntry
{
    /// <summary>Plain text on one line; empty where the entry has none.</summary>
    public string Title { get; init => field = Bound.Cut(value, Bound.Line); } = "";

    /// <summary>
    /// The article's address: absolute where the feed lets that be known, as written where it does not; null where there is none.
    /// </summary>
    public string? Link { get; init => field = Bound.Whole(value, Bound.Address); }

    /// <summary>What the feed calls the entry (Atom <c>id</c>, RSS <c>guid</c>, <c>rdf:about</c>); null where it has none.</summary>
    public string? Id { get; init => field = Bound.Cut(value, Bound.Address); }

    /// <summary>
    /// When the entry was published as the feed says, in UTC; null where it says nothing readable. See <see cref="PublishedMarks"/>.
    /// </summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>What is doubtful about <see cref="Published"/>.</summary>
    public FeedDateMarks PublishedMarks { get; init; }

    /// <summary>
    /// When the entry was last changed as the feed says, in UTC; null where it says nothing readable. See <see cref="UpdatedMarks"/>.
    /// </summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What is doubtful about <see cref="Updated"/>.</summary>
    public FeedDateMarks UpdatedMarks { get; init; }

    /// <summary>Plain text of summary or, where there is none, of content; empty where there is neither.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The longest text the feed gives, as markup where <see cref="ContentIsHtml"/>; null where it gives none.</summary>
    public string? Content { get; init; }

    /// <summary>Whether <see cref="Content"/> is HTML rather than plain text.</summary>
    public bool ContentIsHtml { get; init; }

    /// <summary>
    /// The one document (PDF) the entry encloses or, enclosing none, links to in its text; null where there is none, or several.
    /// </summary>
    public string? Document { get; init => field = Bound.Whole(value, Bound.Address); }

    /// <summary>As the entry names them, several joined by a comma; null where it names none.</summary>
    public string? Author { get; init => field = Bound.Cut(value, Bound.Line); }

    /// <summary>Title of the feed the entry was taken over from (<c>source</c>); null where it is the feed's own.</summary>
    public string? SourceTitle { get; init => field = Bound.Cut(value, Bound.Line); }

    /// <summary>Address that <c>source</c> gives; null where it gives none.</summary>
    public string? SourceLink { get; init => field = Bound.Whole(value, Bound.Address); }

    /// <summary>The first of published and updated that is neither in the future nor absurd; null where there is none.</summary>
    public DateTimeOffset? TrustedDate =>
        Published is not null && Trusted(PublishedMarks) ? Published :
        Updated is not null && Trusted(UpdatedMarks) ? Updated : null;

    private static bool Trusted(FeedDateMarks marks) => (marks & (FeedDateMarks.Future | FeedDateMarks.Absurd)) == 0;
}
