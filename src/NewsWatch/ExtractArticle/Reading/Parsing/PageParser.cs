using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>One parse a page, leaving out what no later phase looks at.</summary>
internal static class PageParser
{
    /// <summary>Elements nested deeper become siblings: trees that deep come from broken or hostile markup only.</summary>
    private const int MaxDepth = 400;

    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true,
        DisableElementPositionTracking = true,
        MaximumDepth = MaxDepth,
    };

    /// <summary>Parses; never throws for markup.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(Options).ParseDocument(html);
}
