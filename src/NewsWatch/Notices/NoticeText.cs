using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsWatch.Notices;

/// <summary>
/// Text from outside on its way to people: one line, bounded, without what could steer a terminal, break a header or turn the writing
/// round. What a format reads as markup is that format's own matter.
/// </summary>
public static class NoticeText
{
    /// <summary>Most UTF-16 code units of a subject or heading.</summary>
    public const int MostHeading = 200;

    /// <summary>Most UTF-16 code units of a sentence, title or quotation.</summary>
    public const int MostLine = 700;

    // Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9): with them a title can pose as another.
    private static readonly SearchValues<char> Bidirectional = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A subject, heading or title as one clean line.</summary>
    public static string Heading(string? text) => Line(text, MostHeading);

    /// <summary>A text as one clean line of at most <paramref name="most"/> code units; what is cut off is told by <c>…</c>.</summary>
    public static string Line(string? text, int most = MostLine)
    {
        var line = new StringBuilder(Math.Min(text?.Length ?? 0, most));
        var gap = false;
        // A text is read no further than it is told: one of a megabyte costs no more than one of a page.
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (rune.IsBmp && Bidirectional.Contains((char)rune.Value))
                continue;
            if (Rune.IsWhiteSpace(rune) || IsUnseen(rune))
            {
                gap = line.Length > 0;
                continue;
            }
            if (line.Length + (gap ? 1 : 0) + rune.Utf16SequenceLength > most - 1)
                return line.Append('…').ToString();
            if (gap)
                line.Append(' ');
            gap = false;
            line.Append(rune);
        }
        return line.ToString();
    }

    private static bool IsUnseen(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            || rune.Value is 0xFEFF or 0xFFFE or 0xFFFF;
}
