namespace NewsWatch.Review.Articles;

/// <summary>Cuts a text into lines and pieces along its marks.</summary>
internal static class MarkedText
{
    /// <summary>
    /// The lines of a text that are not blank, each in pieces; together the pieces give back each line. Marks may overlap, nest, run over
    /// several lines and past the end. A cut never parts the two halves of a surrogate pair.
    /// </summary>
    public static IEnumerable<MarkedTextLine> Lines(string text, IReadOnlyList<Mark> marks)
    {
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                yield return new(start, Pieces(text, marks, start, end));
            start = end + 1;
        }
    }

    /// <summary>The pieces of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static IReadOnlyList<TextPiece> Pieces(string text, IReadOnlyList<Mark> marks, int start, int end)
    {
        var here = marks
            .Select(mark => Fit(text, mark))
            .Where(mark => mark.Start < Math.Min(end, mark.End) && mark.End > start)
            .ToList();
        int[] cuts = [.. here
            .SelectMany(mark => new[] { Math.Max(mark.Start, start), Math.Min(mark.End, end) })
            .Append(start)
            .Append(end)
            .Distinct()
            .Order()];
        var pieces = new List<TextPiece>(cuts.Length - 1);
        for (var cut = 0; cut + 1 < cuts.Length; cut++)
        {
            var (from, to) = (cuts[cut], cuts[cut + 1]);
            pieces.Add(new(
                text[from..to],
                [.. here.Where(mark => mark.Start <= from && mark.End >= to).Select(mark => mark.Mark)],
                [.. here.Where(mark => mark.Start == from).Select(mark => mark.Mark)],
                [.. here.Where(mark => mark.End == to).Select(mark => mark.Mark)]));
        }
        return pieces;
    }

    /// <summary>A mark's stretch inside the text, without white space at its ends.</summary>
    private static (Mark Mark, int Start, int End) Fit(string text, Mark mark)
    {
        var (start, end) = (Snap(text, mark.Start), Snap(text, mark.End));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (mark, start, end);
    }

    /// <summary>Moves an offset inside a surrogate pair to the pair's start, and one past the end to the end.</summary>
    private static int Snap(string text, int offset)
    {
        var within = Math.Clamp(offset, 0, text.Length);
        return within > 0 && within < text.Length && char.IsLowSurrogate(text[within]) && char.IsHighSurrogate(text[within - 1])
            ? within - 1
            : within;
    }
}

/// <summary>A line of a text in pieces.</summary>
/// <param name="Start">Its first UTF-16 code unit in the text.</param>
/// <param name="Pieces">The pieces; together they give back the line.</param>
internal sealed record MarkedTextLine(int Start, IReadOnlyList<TextPiece> Pieces);
