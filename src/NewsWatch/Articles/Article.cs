using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>One article, from the feed entry that announced it to what became of it. Stored as <c>articles/{id}.json</c>.</summary>
public sealed record Article
{
    /// <summary>
    /// Hash of the canonical address, or of feed and entry where <see cref="SharesAddress"/>; see <see cref="ArticleId"/>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Canonical address.</summary>
    public required Uri Address { get; init; }

    /// <summary>
    /// True where the address does not tell this entry from others of its feed, or is only the feed's site since the entry has none: what
    /// is found there speaks for the article only where it is about this entry.
    /// </summary>
    public bool SharesAddress { get; init; }

    /// <summary>When it was first seen in a feed.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>The feed entries that announced it, first seen first; never empty.</summary>
    public required IReadOnlyList<FeedMention> Mentions { get; init; }

    /// <summary>Where it has ended, or that it is under way.</summary>
    public ArticleState State { get; init; }

    /// <summary>Why it is blocked, gone or failed; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the article this one repeats; null otherwise.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>What was read from the page or the feed; null until extracted.</summary>
    public ArticleContent? Content { get; init; }

    /// <summary>Why <see cref="Content"/> is the feed's own text; null where the page was read, or not yet tried.</summary>
    public PageProblem? Problem { get; init; }

    /// <summary>
    /// Fingerprints of the mentions that <see cref="Content"/> was read for: a message with one of them has been handled, one with
    /// another asks to look for an edit.
    /// </summary>
    public IReadOnlyList<string> ReadFor { get; init; } = [];

    /// <summary>Id of the story this article shares with near-identical ones elsewhere; null while it stands alone.</summary>
    public string? Story { get; init; }

    /// <summary>Earlier contents of an edited article, oldest first.</summary>
    public IReadOnlyList<ArticleContent> Revisions { get; init; } = [];

    /// <summary>The classifier's verdict on <see cref="Content"/>; null until classified.</summary>
    public Classification? Classification { get; init; }

    /// <summary>Ids of agreements it is or was filed under; see <c>TrackAgreement</c>.</summary>
    public IReadOnlyList<string> FiledUnder { get; init; } = [];

    /// <summary>Keys of the ledger's pages it is or was filed on; see <c>TrackAgreement</c>.</summary>
    public IReadOnlyList<string> LedgerPages { get; init; } = [];

    /// <summary>Developments told by this article that the second reader doubts, first doubted first, each once.</summary>
    public IReadOnlyList<DevelopmentDoubt> Doubts { get; init; } = [];

    /// <summary>
    /// True where a person should look although the machine is not sure: of the verdict, or of what is to be told on its strength.
    /// </summary>
    [JsonIgnore]
    public bool IsBorderline => Doubts.Count > 0 || Classification is { Borderline: true };

    /// <summary>Analysts' decisions, oldest first; the last one that was not taken back stands.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Analysts’ notes, oldest first; none in what was stored before there were notes.</summary>
    public IReadOnlyList<Note> Notes { get; init => field = value ?? []; } = [];
}
