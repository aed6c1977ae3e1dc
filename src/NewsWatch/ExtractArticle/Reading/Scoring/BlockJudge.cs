using System.Runtime.InteropServices;
using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>
/// Says of each block how likely it is part of the article: once by itself, once more knowing what was said of the blocks around.
/// </summary>
internal static class BlockJudge
{
    private static readonly Lazy<(TreeModel First, TreeModel Second)> Shipped = new(() =>
    {
        var rows = DataTable.Read("NewsWatch.ExtractArticle.Reading.block-model.tsv").ToList();
        return (TreeModel.Read(rows, "first"), TreeModel.Read(rows, "second"));
    });

    /// <summary>Probabilities by block, 0 to 1.</summary>
    public static Judgement Judge(PageMap map, PageContext context)
    {
        var table = BlockFeatures.Of(map, context);
        var first = Shipped.Value.First.Probabilities(table);
        AddFirst(table, first, map, context);
        return new(first, Shipped.Value.Second.Probabilities(table, Doubtful(first)));
    }

    /// <summary>What the second pass is asked about: what the first did not wholly rule out.</summary>
    public static bool[] Doubtful(float[] first)
    {
        const float ruledOut = 0.005f;
        return Array.ConvertAll(first, probability => probability > ruledOut);
    }

    /// <summary>What was said of the nearest paragraphs of prose on either side: a heading or a short line goes with them.</summary>
    private static void AddProse(FeatureTable table, float[] first, IReadOnlyList<Block> blocks)
    {
        var last = 0f;
        for (var i = 0; i < blocks.Count; i++)
        {
            table.Set(i, Feature.FirstProseBefore, last);
            last = blocks[i].IsProse ? first[i] : last;
        }
        last = 0f;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            table.Set(i, Feature.FirstProseAfter, last);
            last = blocks[i].IsProse ? first[i] : last;
        }
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
            if (parent.Parent is not { } grand)
                continue;
            table.Set(i, Feature.FirstGrand, Mean(grand, sums, words));
            if (grand.Parent is { } great)
                table.Set(i, Feature.FirstGreat, Mean(great, sums, words));
        }
        AddProse(table, first, blocks);

        static float Mean(Box box, Span<float> sums, Span<int> words)
            => (sums[box.EndBlock] - sums[box.FirstBlock]) / Math.Max(1, words[box.EndBlock] - words[box.FirstBlock]);
    }
}

/// <summary>What the two passes say of each block.</summary>
/// <param name="First">By itself.</param>
/// <param name="Second">Knowing what was said of the blocks around it.</param>
internal sealed record Judgement(float[] First, float[] Second);
