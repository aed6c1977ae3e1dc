namespace NewsWatch.Review.Search;

/// <summary>A piece of a text with what matters in it marked.</summary>
/// <param name="Pieces">The text in pieces; together they are the snippet.</param>
public sealed record Snippet(IReadOnlyList<SnippetPiece> Pieces)
{
    private const int Longest = 240;
    private const int Before = 70;

    /// <summary>The place of a text where most of the terms stand near each other; null where none does.</summary>
    internal static Snippet? Of(string text, IReadOnlyList<SearchTerm> terms)
    {
        SearchWord[] words = [.. SearchWords.Of(text)];
        var marks = new List<(int Start, int End, int Term)>();
        for (var at = 0; at < words.Length; at++)
            for (var term = 0; term < terms.Count; term++)
                if (!terms[term].Excludes && terms[term].StandsAt(words, at))
                    marks.Add((words[at].Start, words[at + terms[term].Words.Count - 1].End, term));
        if (marks.Count == 0)
            return null;
        var best = marks.MaxBy(first => marks.Where(mark => mark.Start >= first.Start && mark.End <= first.Start + Longest - Before)
            .Select(mark => mark.Term).Distinct().Count());
        return Cut(text, best.Start, [.. marks.Select(mark => (mark.Start, mark.End))]);
    }

    /// <summary>A text around a place, with stretches of it marked.</summary>
    internal static Snippet Cut(string text, int around, IReadOnlyList<(int Start, int End)> marks)
    {
        var start = around <= Before ? 0 : WordStart(text, around - Before);
        var end = start + Longest >= text.Length ? text.Length : WordEnd(text, start + Longest);
        var pieces = new List<SnippetPiece>();
        if (start > 0)
            pieces.Add(new("… ", false));
        var at = start;
        foreach (var mark in marks.Where(mark => mark.End > start && mark.Start < end).OrderBy(mark => mark.Start))
        {
            var (from, to) = (Math.Max(mark.Start, at), Math.Min(mark.End, end));
            if (from >= to)
                continue;
            if (from > at)
                pieces.Add(new(OneLine(text[at..from]), false));
            pieces.Add(new(OneLine(text[from..to]), true));
            at = to;
        }
        if (at < end)
            pieces.Add(new(OneLine(text[at..end]), false));
        if (end < text.Length)
            pieces.Add(new(" …", false));
        return new(pieces);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static int WordStart(string text, int at)
    {
        for (var back = at; back > at - 20 && back > 0; back--)
            if (char.IsWhiteSpace(text[back - 1]))
                return back;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int WordEnd(string text, int at)
    {
        for (var back = at; back > at - 20; back--)
            if (char.IsWhiteSpace(text[back]))
                return back;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}

/// <summary>A piece of a snippet.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="IsMarked">True where it matters.</param>
public sealed record SnippetPiece(string Text, bool IsMarked);
