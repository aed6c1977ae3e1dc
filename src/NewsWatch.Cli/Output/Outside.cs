using System.Globalization;
using System.Text;

namespace NewsWatch.Cli.Output;

/// <summary>
/// Text from outside as it may be shown: titles, names and addresses must not steer the terminal (escape sequences), nor turn the order of
/// what stands beside them (bidirectional overrides). The one place that sees to it.
/// </summary>
internal static class Outside
{
    /// <summary>On one line: line breaks and tabs are blanks.</summary>
    public static string Line(string? text) => Clean(text, keepsLines: false);

    /// <summary>With its lines.</summary>
    public static string Text(string? text) => Clean(text, keepsLines: true);

    private static string Clean(string? text, bool keepsLines)
    {
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text ?? "";
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!Steers(letter))
                clean.Append(letter);
            else if (letter == '\n' && keepsLines)
                clean.Append('\n');
            else if (char.IsControl(letter) && !(letter == '\r' && keepsLines))
                clean.Append(' ');
        return clean.ToString();
    }

    /// <summary>Control characters, line separators, and embeddings, overrides and isolates (U+202A to 202E, 2066 to 2069).</summary>
    private static bool Steers(char letter) => char.IsControl(letter)
        || letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
