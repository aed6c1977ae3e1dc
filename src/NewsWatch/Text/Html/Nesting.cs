using System.Collections.Frozen;

namespace NewsWatch.Text.Html;

/// <summary>
/// How deep markup nests, seen before it is parsed: for every start tag the parser looks through all open elements, so that a
/// hundred thousand of them take minutes.
/// </summary>
internal static class Nesting
{
    private static readonly FrozenSet<string> Unclosed = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
        "option", "tr", "td", "th", "path", "circle", "rect", "use",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The greatest number of elements open at once, those apart that end tags are commonly left out for.</summary>
    public static int Of(ReadOnlySpan<char> html)
    {
        if (html.Count('<') <= Bound.Markup.Nesting)
            return 0;
        int depth = 0, deepest = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = Next(html, at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = html[(at + (closes ? 2 : 1))..];
            var length = 0;
            while (length < name.Length && length < 12 && char.IsAsciiLetterOrDigit(name[length]))
                length++;
            if (length == 0 || Lookup.Contains(name[..length]))
                continue;
            if (!closes && (name.StartsWith("script", StringComparison.OrdinalIgnoreCase) || name.StartsWith("style", StringComparison.OrdinalIgnoreCase)))
            {
                at = End(html, at, name[..length]);
                if (at < 0)
                    break;
                continue;
            }
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

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
