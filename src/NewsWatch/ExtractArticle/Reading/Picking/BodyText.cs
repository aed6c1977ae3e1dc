using System.Globalization;
using System.Text;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>The article's text, with how long it is and where it ends.</summary>
/// <param name="Text">Blocks in reading order, a newline between any two; empty where no block is likely part of an article.</param>
/// <param name="Words">Words of it.</param>
/// <param name="Taken">Indices of its blocks, in order.</param>
internal sealed record BodyText(string Text, int Words, IReadOnlyList<int> Taken)
{
    /// <summary>Index of its last block; -1 where there is none.</summary>
    public int Last => Taken.Count == 0 ? -1 : Taken[^1];

    /// <summary>The text of the blocks that are chosen, by index.</summary>
    public static BodyText Of(PageMap map, ReadOnlySpan<bool> chosen)
    {
        var text = new StringBuilder();
        var words = 0;
        var taken = new List<int>();
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            if (!chosen[i])
                continue;
            if (text.Length > 0)
                text.Append('\n');
            if (Ordinal(map.Blocks[i].Box, i) is > 0 and var number)
                text.Append(CultureInfo.InvariantCulture, $"{number}. ");
            text.Append(map.TextOf(map.Blocks[i]));
            words += map.Blocks[i].Words;
            taken.Add(i);
        }
        return new(text.ToString(), words, taken);
    }

    /// <summary>The number of the list's item that begins with the block; 0 where none does.</summary>
    private static int Ordinal(Box? box, int block)
        => box is null || box.FirstBlock != block ? 0 : box.Ordinal > 0 ? box.Ordinal : Ordinal(box.Parent, block);
}
