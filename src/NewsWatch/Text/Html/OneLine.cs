using System.Net;
using System.Text;

namespace NewsWatch.Text.Html;

/// <summary>One line of plain text from what metadata holds: entities, tags and odd spaces gone.</summary>
internal static class OneLine
{
    /// <summary>
    /// Null where nothing is left; what is longer than <see cref="Bound.Line"/> is cut. Entities are undone twice: many pages encode them once
    /// too often.
    /// </summary>
    public static string? Of(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return null;
        raw = Bound.Cut(raw, Bound.LineMarkup);
        var decoded = raw.Contains('&') ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(raw)) : raw;
        var text = new StringBuilder(decoded.Length);
        for (var i = 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            if (c == '<' && i + 1 < decoded.Length && (char.IsAsciiLetter(decoded[i + 1]) || decoded[i + 1] is '/'))
            {
                var end = decoded.IndexOf('>', i);
                if (end < 0)
                    break;
                i = end;
                c = ' ';
            }
            if (char.IsWhiteSpace(c))
            {
                if (text.Length > 0 && text[^1] != ' ')
                    text.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\u00ad' or '\u200b' or '\ufeff'))
            {
                text.Append(c);
            }
        }
        var plain = text.ToString().Trim();
        return plain.Length == 0 ? null : Bound.Cut(plain, Bound.Line);
    }

    /// <summary>Letters and digits in lower case: equal for what a reader takes for the same words.</summary>
    public static string Key(string? text) => text is null ? "" : Key(text.AsSpan());

    /// <inheritdoc cref="Key(string?)"/>
    public static string Key(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
