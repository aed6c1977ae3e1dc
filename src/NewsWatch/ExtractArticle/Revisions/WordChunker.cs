using System.Globalization;
using DiffPlex;

namespace NewsWatch.ExtractArticle.Revisions;

/// <summary>
/// Cuts a text into words, and every space, mark and line's end between them, so that the pieces put together are the text. A character of
/// a script without spaces is a piece of its own.
/// </summary>
internal sealed class WordChunker : IChunker
{
    public static WordChunker Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Chunk(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsOfWord(text[start]))
                while (end < text.Length && (IsOfWord(text[end]) || IsJoint(text, end)))
                    end++;
            else
                while (end < text.Length && IsOfCharacter(text[end]))
                    end++;
            pieces.Add(text[start..end]);
            start = end;
        }
        return pieces;
    }

    private static bool IsOfWord(char c)
        => (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            && c is not ((>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'));

    /// <summary>An apostrophe, hyphen or decimal mark between two letters or digits.</summary>
    private static bool IsJoint(string text, int at)
        => text[at] is '\'' or '’' or '-' or '.' or ',' && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && IsOfWord(text[at + 1])
            && (text[at] is '\'' or '’' or '-' || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));

    private static bool IsOfCharacter(char c)
        => char.IsLowSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
