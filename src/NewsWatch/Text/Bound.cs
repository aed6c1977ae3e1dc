using System.Diagnostics.CodeAnalysis;

namespace NewsWatch.Text;

/// <summary>How much of a text from outside is taken, so that nothing that is stored, shown or compared can be as long as a sender likes.</summary>
internal static class Bound
{
    /// <summary>Characters of one line that stands for something: a title, a name, a date as written. No newspaper's is a quarter as long.</summary>
    public const int Line = 1_000;

    /// <summary>Characters of markup that is read to get such a line.</summary>
    public const int LineMarkup = 20_000;

    /// <summary>Characters of an address: what RFC 9110, 4.1, asks every server to take.</summary>
    public const int Address = 8_000;

    /// <summary>A text that is not longer; null where it is, or there is none.</summary>
    public static string? Whole(string? text, int most) => text?.Length <= most ? text : null;

    /// <summary>The beginning of a text that is longer, never half of a character; the text itself where it is not.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int most)
        => text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
