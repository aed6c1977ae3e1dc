using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

internal static class ProsePicker
{
    public static List<Block> Pick(PageMap map)
    {
        var main = MainBox.Of(map);
        var first = -1;
        var last = -1;
        for (var i = main.FirstBlock; i < main.EndBlock; i++)
            if (map.Blocks[i].IsProse)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        var picked = new List<Block>();
        for (var i = first; i >= 0 && i <= last; i++)
        {
            var block = map.Blocks[i];
            if (block.LinkShare < 0.5f && (block.IsProse || block.Box.Tag is Tag.Heading or Tag.Paragraph or Tag.Item))
                picked.Add(block);
        }
        return picked;
    }
}
