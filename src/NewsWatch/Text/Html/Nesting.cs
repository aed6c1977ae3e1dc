using System.Buffers;

namespace NewsWatch.Text.Html;

/// <summary>
/// What markup will cost the parser, seen before it is parsed: for every tag it looks through all open elements, so that a hundred thousand of
/// them take minutes, and nothing can stop it on the way. An end tag that closes nothing costs as much as one that does, and leaves open what
/// is open.
/// </summary>
internal static class Nesting
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\n\r\f/>");

    /// <summary>In one line why markup is not to be parsed; null where it is.</summary>
    public static string? Refuse(ReadOnlySpan<char> html)
    {
        if (html.Count('<') <= Bound.Markup.Nesting)
            return null;
        var open = new OpenElements();
        var steps = 0L;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = Next(html, at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = NameAt(html[(at + (closes ? 2 : 1))..]);
            if (name.IsEmpty)
                continue;
            if (!closes && IsRawText(name))
            {
                at = End(html, at, name);
                if (at < 0)
                    break;
                continue;
            }
            if (closes)
                open.Close(name);
            else
                open.Open(name);
            if (open.Count > Bound.Markup.Nesting)
                return $"elements nested more than {Bound.Markup.Nesting} deep";
            if ((steps += open.Count) > Bound.Markup.Steps)
                return "too many tags within too many open elements";
        }
        return null;
    }

    /// <summary>The name of a tag; empty for what is none.</summary>
    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return [];
        var length = text.IndexOfAny(AfterName);
        return length < 0 ? text : text[..length];
    }

    private static bool IsRawText(ReadOnlySpan<char> name)
        => name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a script or style ends: what looks like markup in it is none.</summary>
    private static int End(ReadOnlySpan<char> html, int from, ReadOnlySpan<char> name)
    {
        for (var at = html[from..].IndexOf("</"); at >= 0; at = html[from..].IndexOf("</"))
        {
            from += at + 2;
            if (html[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return from;
        }
        return -1;
    }

    private static int Next(ReadOnlySpan<char> html, int from)
    {
        var at = html[from..].IndexOf('<');
        return at < 0 ? -1 : from + at;
    }
}
