using System.Text;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>The article's text, with how long it is and where it ends.</summary>
/// <param name="Text">Blocks in reading order, a newline between any two; empty where no block is likely part of an article.</param>
/// <param name="Words">Words of it.</param>
/// <param name="Last">Index of its last block; -1 where there is none.</param>
internal sealed record BodyText(string Text, int Words, int Last)
{
    /// <summary>Takes the likely blocks; see <see cref="Cut"/>.</summary>
    public static BodyText Of(PageMap map, ReadOnlySpan<float> probabilities)
    {
        var cut = Cut.Of(map.Blocks, probabilities);
        var text = new StringBuilder();
        var words = 0;
        var last = -1;
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            if (probabilities[i] < cut)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(map.TextOf(map.Blocks[i]));
            words += map.Blocks[i].Words;
            last = i;
        }
        return new(text.ToString(), words, last);
    }
}
