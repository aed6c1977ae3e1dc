using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>Where a page gives a title.</summary>
[Flags]
internal enum TitleSource
{
    None = 0,

    /// <summary><c>headline</c> of the JSON-LD article.</summary>
    Headline = 1,

    /// <summary><c>alternativeHeadline</c> of the JSON-LD article.</summary>
    Alternative = 1 << 1,

    /// <summary><c>og:title</c>.</summary>
    OpenGraph = 1 << 2,

    /// <summary><c>twitter:title</c>.</summary>
    Twitter = 1 << 3,

    /// <summary>Another meta element, such as <c>dc.title</c>.</summary>
    Meta = 1 << 4,

    /// <summary>An element with <c>itemprop="headline"</c>.</summary>
    Microdata = 1 << 5,

    /// <summary>A heading of the first rank, or the one taken for the title's.</summary>
    Heading = 1 << 6,

    /// <summary>The title element.</summary>
    Document = 1 << 7,
}

/// <summary>One title of a page, with every place that gives it.</summary>
internal sealed class TitleCandidate(string text, string key)
{
    /// <summary>One line, the site's name cut off.</summary>
    public string Text => text;

    /// <summary><see cref="OneLine.Key(string?)"/> of the text.</summary>
    public string Key => key;

    public TitleSource Sources { get; set; }

    /// <summary>Name of the first source, as readings note it.</summary>
    public required string Source { get; init; }

    /// <summary>What is known of the headings with this text.</summary>
    public HeadingMarks Heading { get; set; }

    public bool Has(TitleSource source) => (Sources & source) != 0;
}

/// <summary>What a heading's place says about it.</summary>
[Flags]
internal enum HeadingMarks
{
    None = 0,

    /// <summary>The first of its rank.</summary>
    First = 1,

    /// <summary>Stands before the body's first paragraph, not far above.</summary>
    AboveProse = 1 << 1,

    /// <summary>A link, as a logo or a teaser is.</summary>
    Linked = 1 << 2,

    /// <summary>In what its elements call navigation, a side column or the page's foot.</summary>
    Apart = 1 << 3,
}
