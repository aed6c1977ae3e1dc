namespace NewsWatch.Review.Search;

/// <summary>One page of the inbox.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Page">Which page, from 1 to <paramref name="Pages"/>.</param>
/// <param name="Pages">How many there are, at least 1.</param>
/// <param name="Counts">Rows of each tab under the same filters and words.</param>
/// <param name="Articles">Articles behind the rows of this tab.</param>
public sealed record InboxList(
    IReadOnlyList<InboxRow> Rows, int Page, int Pages, IReadOnlyDictionary<InboxTab, int> Counts, int Articles)
{
    /// <summary>False while the index is being built, so that articles may be missing.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>True where more have the words than are looked through: the counts are of the newest.</summary>
    public bool IsCapped { get; init; }

    /// <summary>Rows of this tab of which something was told since the reader was here before.</summary>
    public int New { get; init; }

    /// <summary>Articles the index has.</summary>
    public int Indexed { get; init; }
}

/// <summary>One row of the inbox: articles that tell the same.</summary>
/// <param name="Articles">Those that were asked for: the best source first.</param>
/// <param name="Claim">What they claim; null for articles that tell of no agreement.</param>
/// <param name="Published">When the newest of them was published.</param>
/// <param name="Found">When the newest of them was found.</param>
/// <param name="Told">When the last outcome of one of them was told.</param>
public sealed record InboxRow(
    IReadOnlyList<InboxArticle> Articles, Claim? Claim, DateTimeOffset Published, DateTimeOffset Found, DateTimeOffset Told)
{
    /// <summary>The article that stands for the row.</summary>
    public InboxArticle Lead => Articles[0];

    /// <summary>Names of the outlets, each once.</summary>
    public IReadOnlyList<string> Outlets => [.. Articles.Select(article => article.Site).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The words searched for in text or title, else the sentence that proves the claim; null where there is neither.</summary>
    public Snippet? Snippet { get; init; }

    /// <summary>How many of the same news are decided on and not among these.</summary>
    public int DecidedElsewhere { get; init; }

    /// <summary>Ids of the agreements they are filed under.</summary>
    public IReadOnlyList<string> Agreements { get; init; } = [];
}

/// <summary>One article of a row.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Site">Name of the site.</param>
/// <param name="Language">BCP 47 primary language; null where unknown.</param>
/// <param name="State">Where it has ended.</param>
/// <param name="Standing">What its source is.</param>
/// <param name="Published">Publication, else when it was found.</param>
/// <param name="Found">When it was found.</param>
/// <param name="Borderline">True where the verdict is not sure.</param>
/// <param name="Verdict">What the decisions come to; null where there is none.</param>
/// <param name="Claims">The agreements it tells of.</param>
/// <param name="Shown">What else lists show.</param>
public sealed record InboxArticle(
    string Id,
    string Title,
    string Site,
    string? Language,
    ArticleState State,
    TrackAgreement.Sources.SourceRank Standing,
    DateTimeOffset Published,
    DateTimeOffset Found,
    bool Borderline,
    Verdict? Verdict,
    IReadOnlyList<Claim> Claims,
    ShownArticle Shown)
{
    /// <summary>False where something in it that is news waits for a decision.</summary>
    public bool Decided { get; init; }
}
