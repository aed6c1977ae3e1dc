using System.Runtime.InteropServices;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>Says of each block how likely it is part of the article: once by itself, once more knowing what was said of the blocks around.</summary>
internal static class BlockJudge
{
    private static readonly Lazy<(TreeModel First, TreeModel Second)> Shipped = new(() =>
    {
        var rows = DataRows.Read("block-model.tsv").ToList();
        return (TreeModel.Read(rows, "first"), TreeModel.Read(rows, "second"));
    });

    /// <summary>Probability by block, 0 to 1.</summary>
    public static float[] Judge(PageMap map, PageContext context)
    {
        var table = BlockFeatures.Of(map, context);
        AddFirst(table, Shipped.Value.First.Probabilities(table), map, context);
        return Shipped.Value.Second.Probabilities(table);
    }

    /// <summary>Fills the columns from <see cref="Feature.First"/> on.</summary>
    public static void AddFirst(FeatureTable table, float[] first, PageMap map, PageContext context)
    {
        var blocks = map.Blocks;
        Span<float> sums = new float[blocks.Count + 1];
        Span<int> words = new int[blocks.Count + 1];
        var templates = new Dictionary<int, (float Sum, float Words)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + first[i] * blocks[i].Words;
            words[i + 1] = words[i] + blocks[i].Words;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(templates, context.TemplateOf(i), out _);
            sum = (sum.Sum + first[i] * blocks[i].Words, sum.Words + blocks[i].Words);
        }
        var all = Math.Max(1f, sums[^1]);
        for (var i = 0; i < blocks.Count; i++)
        {
            table.Set(i, Feature.First, first[i]);
            for (var step = 1; step <= 3; step++)
            {
                table.Set(i, Feature.First1Before + (step - 1) * 2, i >= step ? first[i - step] : 0);
                table.Set(i, Feature.First1After + (step - 1) * 2, i + step < blocks.Count ? first[i + step] : 0);
            }
            var (sum, count) = templates[context.TemplateOf(i)];
            table.Set(i, Feature.FirstTemplate, sum / Math.Max(1, count));
            table.Set(i, Feature.FirstBefore, sums[i] / all);
            table.Set(i, Feature.FirstAfter, (sums[^1] - sums[i + 1]) / all);
            if (blocks[i].Box.Parent is not { } parent)
                continue;
            table.Set(i, Feature.FirstParent, Mean(parent, sums, words));
            if (parent.Parent is { } grand)
                table.Set(i, Feature.FirstGrand, Mean(grand, sums, words));
        }

        static float Mean(Box box, Span<float> sums, Span<int> words)
            => (sums[box.EndBlock] - sums[box.FirstBlock]) / Math.Max(1, words[box.EndBlock] - words[box.FirstBlock]);
    }
}
