using AngleSharp.Dom;
using NewsWatch.ExtractArticle.Reading.Blocks;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>A page as the later phases see it: boxes, blocks and text in document order, and the elements that carry metadata.</summary>
internal sealed class PageMap
{
    /// <summary>Text of all blocks, white space collapsed, line breaks kept.</summary>
    public required ReadOnlyMemory<char> Text { get; init; }

    public required IReadOnlyList<Box> Boxes { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required Landmarks Landmarks { get; init; }

    /// <summary>Words of the whole page's prose; see <see cref="Block.IsProse"/>.</summary>
    public int ProseWords => Boxes.Count == 0 ? 0 : Boxes[0].ProseWords;

    /// <summary>The text of one block.</summary>
    public ReadOnlySpan<char> TextOf(Block block) => Text.Span.Slice(block.Start, block.Length);
}

/// <summary>Elements that carry metadata, in document order.</summary>
internal sealed class Landmarks
{
    /// <summary>The root element's <c>lang</c>.</summary>
    public string? Language { get; set; }

    /// <summary>The title element's text.</summary>
    public string? DocumentTitle { get; set; }

    public List<IElement> Metas { get; } = [];

    public List<IElement> Links { get; } = [];

    /// <summary>Text of each <c>application/ld+json</c> script.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Elements with an <c>itemprop</c>.</summary>
    public List<IElement> Properties { get; } = [];

    /// <summary><c>time</c> elements, each with the index of the block it is in or before.</summary>
    public List<(IElement Element, int Block)> Times { get; } = [];

    /// <summary>
    /// What an element whose class speaks of a date has in an attribute for programs (<c>title</c>, <c>content</c>, <c>data-timestamp</c>
    /// …), each with the block it is in or before.
    /// </summary>
    public List<(string Value, int Block)> Dates { get; } = [];

    /// <summary>
    /// Links with <c>rel="author"</c>, and elements whose class speaks of a byline, each with the block it is in or before.
    /// </summary>
    public List<(IElement Element, int Block)> Bylines { get; } = [];

    /// <summary>Scripts, frames, forms and fields, for what they say of a small page.</summary>
    public List<IElement> Machinery { get; } = [];

    /// <summary>
    /// Addresses of links that may lead to the next part of the article: those said to (<c>rel="next"</c>), and those that end in a small
    /// number.
    /// </summary>
    public List<string> Onward { get; } = [];

    /// <summary>Elements of the password kind, forms and frames that tell a wall from an article.</summary>
    public int PasswordFields { get; set; }

    /// <summary>Players: video and audio elements, and frames of players.</summary>
    public int Players { get; set; }
}
