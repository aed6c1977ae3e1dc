using DiffPlex;
using DiffPlex.Chunkers;

namespace NewsWatch.ExtractArticle.Revisions;

/// <summary>Finds the blocks that changed, and within them the words.</summary>
internal static class BlockDiff
{
    private const int MostBlocks = 10_000;

    /// <summary>The blocks of both texts, in order.</summary>
    public static IReadOnlyList<DiffBlock> Of(string before, string after)
    {
        if (Count(before) + Count(after) > MostBlocks)
            return [new([new(DiffKind.Removed, before), new(DiffKind.Added, after)])];
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        var blocks = new List<DiffBlock>();
        var next = 0;
        foreach (var change in difference.DiffBlocks)
        {
            AddSame(change.InsertStartB);
            blocks.AddRange(Change(
                string.Join('\n', difference.PiecesOld.Skip(change.DeleteStartA).Take(change.DeleteCountA)),
                string.Join('\n', difference.PiecesNew.Skip(change.InsertStartB).Take(change.InsertCountB))));
            next = change.InsertStartB + change.InsertCountB;
        }
        AddSame(difference.PiecesNew.Count);
        return blocks;

        void AddSame(int end)
        {
            for (; next < end; next++)
                if (difference.PiecesNew[next].Length > 0)
                    blocks.Add(new([new(DiffKind.Same, difference.PiecesNew[next])]));
        }
    }

    /// <summary>Changed blocks: a block ends where either state has a line's end.</summary>
    private static IEnumerable<DiffBlock> Change(string before, string after)
    {
        var block = new List<DiffSpan>();
        foreach (var span in WordDiff.Of(before, after))
        {
            var lines = span.Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (line > 0 && block.Count > 0)
                {
                    yield return new(block);
                    block = [];
                }
                if (lines[line].Length > 0)
                    block.Add(span with { Text = lines[line] });
            }
        }
        if (block.Count > 0)
            yield return new(block);
    }

    private static int Count(string text) => text.AsSpan().Count('\n') + 1;
}
