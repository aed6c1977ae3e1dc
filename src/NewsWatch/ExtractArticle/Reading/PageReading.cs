using NewsWatch.Text.Dates;

namespace NewsWatch.ExtractArticle.Reading;

/// <summary>What was read from one page.</summary>
public sealed record PageReading
{
    /// <summary>What the page is.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>One line for the analyst on why this is no article; null for <see cref="PageKind.Article"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Body, blocks in reading order separated by newlines, no title in front; empty where there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The article's title without the site's name; null where the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>Authors in the page's order, none twice.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Publication, in the page's own offset; null where the page gives none.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>
    /// True where the page only shows <see cref="Published"/> to its readers, or hints at it, and does not state it to programs.
    /// </summary>
    public bool PublishedIsGuess { get; init; }

    /// <summary>How much of <see cref="Published"/> the page gave.</summary>
    public DatePrecision PublishedPrecision { get; init; }

    /// <summary>Last modification, in the page's own offset; null where the page gives none.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>How much of <see cref="Modified"/> the page gave.</summary>
    public DatePrecision ModifiedPrecision { get; init; }

    /// <summary>BCP 47 primary language in lower case; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the site; null where unknown.</summary>
    public string? Site { get; init; }

    /// <summary>Canonical address, absolute, http or https; null where the page names none.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Address of the next part of an article that is cut into several pages; null where this is all of it, or its last.</summary>
    public Uri? NextPart { get; init; }

    /// <summary>Section of the site; null where unknown.</summary>
    public string? Section { get; init; }

    /// <summary>Where each field came from, by property name: <c>json-ld</c>, <c>meta article:published_time</c>, <c>h1</c>, ...</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
