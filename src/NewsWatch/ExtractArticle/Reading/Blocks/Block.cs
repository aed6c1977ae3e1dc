using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Blocks;

/// <summary>A run of text no block-level element interrupts: a paragraph, a heading, a list item, a menu entry.</summary>
internal sealed class Block
{
    /// <summary>The innermost block-level element around the text.</summary>
    public required Box Box { get; init; }

    /// <summary>Place in the page's text, in characters.</summary>
    public required int Start { get; init; }

    /// <summary>Length in characters.</summary>
    public required int Length { get; init; }

    /// <summary>Characters inside links, and inside strong and emphasised text.</summary>
    public required int LinkCharacters { get; init; }

    public required int StrongCharacters { get; init; }

    public required int EmphasisCharacters { get; init; }

    /// <summary>Number of links, line breaks, pictures and time elements in it.</summary>
    public required int Links { get; init; }

    public required int Breaks { get; init; }

    public required int Pictures { get; init; }

    public required int Times { get; init; }

    /// <summary>Hints of the inline elements in it.</summary>
    public required ClassHints InlineHints { get; init; }

    /// <summary>What its characters are; see <see cref="BlockCounts"/>.</summary>
    public required BlockCounts Counts { get; init; }

    /// <summary>Words, with two ideographs, or five letters of a script without spaces, for one.</summary>
    public int Words => Counts.Words;

    /// <summary>Share of the characters that are inside links, 0 to 1.</summary>
    public float LinkShare => Length == 0 ? 0 : Math.Min(1f, (float)LinkCharacters / Length);

    /// <summary>True for what reads as running prose: many words, few links, a sentence's end.</summary>
    public bool IsProse => Words >= 12 && LinkShare < 0.35f && Counts.SentenceEnds > 0;
}
