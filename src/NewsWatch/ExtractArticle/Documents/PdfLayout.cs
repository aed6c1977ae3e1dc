using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>From the letters on a page to blocks of lines in reading order.</summary>
internal static class PdfLayout
{
    private const double Edge = 1.0 / 8;
    private const int LongestRunningHead = 160;
    private const int MostHeadingLines = 5;
    private const double SameHeight = 0.5;
    private const double HeadingGap = 0.9;
    private const double HeadingToBody = 1.15;

    // One thread a document: the pipeline reads several at once.
    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 });

    private static readonly DocstrumBoundingBoxes Segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 });

    /// <summary>The blocks of one page.</summary>
    public static IReadOnlyList<PdfBlock> Blocks(PdfPage page)
    {
        var words = Words.GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToArray();
        return words.Length == 0
            ? []
            : Headings([.. UnsupervisedReadingOrderDetector.Instance.Get(Segmenter.GetBlocks(words)).Select(block => Describe(page, block))]);
    }

    /// <summary>
    /// The blocks of all pages without page numbers, and without what stands at the same edge of more than half of the pages with nothing
    /// but its digits changed.
    /// </summary>
    public static IReadOnlyList<PdfBlock> WithoutRunningHeads(IReadOnlyList<IReadOnlyList<PdfBlock>> pages)
    {
        var repeated = pages.SelectMany(page => page.Where(block => block.AtEdge).Select(Shape).Distinct(StringComparer.Ordinal))
            .GroupBy(shape => shape, StringComparer.Ordinal)
            .Where(shape => pages.Count > 1 && shape.Count() > pages.Count / 2.0)
            .Select(shape => shape.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. pages.SelectMany(page => page).Where(block => !block.AtEdge || !(IsNumber(block) || repeated.Contains(Shape(block))))];
    }

    /// <summary>
    /// The lines of a heading as one block: they stand further apart than the text's lines, by which the page was cut, so that each came
    /// out alone.
    /// </summary>
    private static List<PdfBlock> Headings(IReadOnlyList<PdfBlock> blocks)
    {
        var merged = new List<PdfBlock>();
        foreach (var block in blocks)
        {
            if (merged is [.., var above] && above.Lines.Count <= MostHeadingLines && block.Lines.Count == 1
                && Math.Abs(above.Height - block.Height) < SameHeight && above.Bottom - block.Top is var gap && gap >= 0 && gap < block.Height * HeadingGap
                && IsTaller(block, blocks))
                merged[^1] = above with { Lines = [.. above.Lines, .. block.Lines], Bottom = block.Bottom };
            else
                merged.Add(block);
        }
        return merged;
    }

    private static bool IsTaller(PdfBlock block, IReadOnlyList<PdfBlock> blocks)
        => blocks.MaxBy(other => other.Lines.Sum(line => line.Length)) is { } body && block.Height > body.Height * HeadingToBody;

    private static PdfBlock Describe(PdfPage page, TextBlock block)
    {
        var heights = block.TextLines.SelectMany(line => line.Words).SelectMany(word => word.Letters).Select(letter => letter.PointSize).Order().ToArray();
        var middle = (block.BoundingBox.Top + block.BoundingBox.Bottom) / 2 / page.Height;
        return new(
            page.Number,
            [.. block.TextLines.Select(line => line.Text.Trim()).Where(line => line.Length > 0)],
            heights.Length == 0 ? 0 : heights[heights.Length / 2],
            block.BoundingBox.Top,
            block.BoundingBox.Bottom,
            middle is < Edge or > 1 - Edge);
    }

    private static string Shape(PdfBlock block)
    {
        var text = string.Join(' ', block.Lines);
        return text.Length > LongestRunningHead ? text : string.Concat(text.Select(c => char.IsDigit(c) ? '0' : c));
    }

    private static bool IsNumber(PdfBlock block) => !block.Lines.Any(line => line.Any(char.IsLetter));
}
