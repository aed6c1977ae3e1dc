namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>
/// What a candidate is judged by; a weight each in <c>title-weights.tsv</c>. Those that end in News hold on pages that state a news article:
/// there the stated headline is the editors', elsewhere it is often written for search engines and the heading is the title.
/// </summary>
internal enum TitleFeature
{
    HeadlineNews, Alternative, OpenGraph, OpenGraphNews, Microdata, HeadingNews, Document, DocumentNews,

    /// <summary>Marks of the heading with this text; see <see cref="HeadingMarks"/>.</summary>
    HeadingFirst, HeadingAboveProse, HeadingLinked, HeadingApart,

    /// <summary>Two sources agree.</summary>
    HeadingOpenGraph, HeadingHeadline, HeadlineOpenGraph,

    /// <summary>Another candidate begins with it and goes on after a sign that parts, or within the phrase.</summary>
    BeginsOther, CutShort,

    /// <summary>It begins with another candidate.</summary>
    BeginsWithOther,

    /// <summary>The words of the address are made from it, and it is what the page is shared under.</summary>
    AddressShared,

    /// <summary>Up to two words; the name of the site.</summary>
    Short, SiteName,
}
