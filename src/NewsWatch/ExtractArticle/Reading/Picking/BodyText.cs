using System.Text;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>Puts the chosen blocks together in reading order, a newline between any two.</summary>
internal static class BodyText
{
    /// <summary>More likely part of the article than not.</summary>
    public const float Likely = 0.5f;

    /// <summary>The article's text; empty where no block is likely part of one.</summary>
    public static string Of(PageMap map, ReadOnlySpan<float> probabilities)
    {
        var text = new StringBuilder();
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            if (probabilities[i] <= Likely)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(map.TextOf(map.Blocks[i]));
        }
        return text.ToString();
    }
}
