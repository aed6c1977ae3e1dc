namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>One block-level element, and what is inside it once the walk is over.</summary>
internal sealed class Box
{
    public required Box? Parent { get; init; }

    public required Tag Tag { get; init; }

    /// <summary>Level of a heading, 1 to 6; 0 elsewhere.</summary>
    public required int Level { get; init; }

    /// <summary>The number shown before an item of a numbered list; 0 elsewhere.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Boxes above it.</summary>
    public required int Depth { get; init; }

    public required ClassHints Hints { get; init; }

    /// <summary>The parts an element may play that its own attributes state.</summary>
    public required BoxMarks Marks { get; init; }

    /// <summary>Equal for elements with the same name and class, as a template makes them.</summary>
    public required int Template { get; init; }

    /// <summary>Where it stands among all boxes, in document order.</summary>
    public required int Index { get; init; }

    /// <summary>Boxes inside the same parent with the same template, itself included.</summary>
    public int Twins { get; set; } = 1;

    /// <summary>First block inside it, by index.</summary>
    public int FirstBlock { get; set; }

    /// <summary>After the last block inside it.</summary>
    public int EndBlock { get; set; }

    /// <summary>Words of all blocks inside.</summary>
    public int Words { get; set; }

    /// <summary>Characters of all blocks inside, and those of them in links.</summary>
    public int Characters { get; set; }

    public int LinkCharacters { get; set; }

    /// <summary>Words of the prose inside; see <see cref="Blocks.Block.IsProse"/>.</summary>
    public int ProseWords { get; set; }

    /// <summary>Blocks of prose inside.</summary>
    public int ProseBlocks { get; set; }

    /// <summary>Words of the prose that stands in it with no box of another kind than a paragraph between.</summary>
    public int OwnProseWords { get; set; }

    /// <summary>
    /// True where nearly all prose of the page is inside: then it is the page's own frame, and that it is called navigation, a side
    /// column or a dialog says nothing of what it holds.
    /// </summary>
    public bool IsFrame { get; set; }

    /// <summary>Share of the characters inside that are in links, 0 to 1.</summary>
    public float LinkShare => Characters == 0 ? 0 : (float)LinkCharacters / Characters;
}

/// <summary>What an element's own attributes say.</summary>
[Flags]
internal enum BoxMarks
{
    None = 0,

    /// <summary><c>itemprop="articleBody"</c> or the like.</summary>
    ArticleBody = 1,

    /// <summary>Not shown: <c>hidden</c>, <c>aria-hidden</c>, <c>display:none</c>.</summary>
    Hidden = 2,

    /// <summary>ARIA roles of what stands beside the article: navigation, complementary, search, banner, contentinfo, dialog, ...</summary>
    Apart = 4,

    /// <summary>A rule of the page's site says that it is none of the article.</summary>
    Dropped = 16,

    /// <summary>A rule of the page's site says that it is all of the article.</summary>
    Whole = 32,

    /// <summary>Schema.org item of its own: a person, a comment, a picture.</summary>
    Item = 8,
}
