using System.Text;
using DiffPlex;

namespace NewsWatch.ExtractArticle.Revisions;

/// <summary>Compares two stretches of text word by word.</summary>
internal static class WordDiff
{
    private const int MostWords = 12_000;

    /// <summary>Spans of both texts; empty for two empty texts.</summary>
    public static IReadOnlyList<DiffSpan> Of(string before, string after)
    {
        if (before == after)
            return Spans([(DiffKind.Same, after)]);
        var difference = WordChunker.Instance.Chunk(before).Count + WordChunker.Instance.Chunk(after).Count > MostWords
            ? null
            : Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        if (difference is null)
            return Spans([(DiffKind.Removed, before), (DiffKind.Added, after)]);
        var pieces = new List<(DiffKind, string)>();
        var next = 0;
        foreach (var change in difference.DiffBlocks)
        {
            pieces.AddRange(difference.PiecesNew.Skip(next).Take(change.InsertStartB - next).Select(piece => (DiffKind.Same, piece)));
            pieces.AddRange(difference.PiecesOld.Skip(change.DeleteStartA).Take(change.DeleteCountA).Select(piece => (DiffKind.Removed, piece)));
            pieces.AddRange(difference.PiecesNew.Skip(change.InsertStartB).Take(change.InsertCountB).Select(piece => (DiffKind.Added, piece)));
            next = change.InsertStartB + change.InsertCountB;
        }
        pieces.AddRange(difference.PiecesNew.Skip(next).Select(piece => (DiffKind.Same, piece)));
        return Spans(pieces);
    }

    /// <summary>
    /// Runs of one kind as one span. A space or mark that stayed between two changed words belongs to the change: nobody reads
    /// <c>word, space, word</c> as three edits.
    /// </summary>
    private static List<DiffSpan> Spans(List<(DiffKind Kind, string Text)> pieces)
    {
        var spans = new List<DiffSpan>();
        var (same, removed, added) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var at = 0; at < pieces.Count; at++)
        {
            var (kind, text) = pieces[at];
            if (kind == DiffKind.Same && removed.Length + added.Length > 0 && IsBetweenChanges(pieces, at))
            {
                removed.Append(text);
                added.Append(text);
                continue;
            }
            if (kind == DiffKind.Same)
                FlushChange();
            else
                Flush(DiffKind.Same, same);
            (kind == DiffKind.Same ? same : kind == DiffKind.Removed ? removed : added).Append(text);
        }
        FlushChange();
        Flush(DiffKind.Same, same);
        return spans;

        void FlushChange()
        {
            Flush(DiffKind.Removed, removed);
            Flush(DiffKind.Added, added);
        }

        void Flush(DiffKind kind, StringBuilder text)
        {
            if (text.Length > 0)
                spans.Add(new(kind, text.ToString()));
            text.Clear();
        }
    }

    private static bool IsBetweenChanges(List<(DiffKind Kind, string Text)> pieces, int at)
        => at + 1 < pieces.Count && pieces[at + 1].Kind != DiffKind.Same && pieces[at].Text[0] != '\n' && !char.IsLetterOrDigit(pieces[at].Text[0]);
}
