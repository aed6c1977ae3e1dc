using System.Net;
using System.Text;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>
/// The article of a page that a script is to build: markup in a string of a script, the body its
/// JSON-LD states, its paragraphs as strings of the data a script is given, or what it has for readers
/// without scripts. Looked for where the page shows next to nothing else.
/// </summary>
internal static class CarriedMarkup
{
    /// <summary>A page with fewer words of prose shows no article.</summary>
    public const int NextToNothing = 40;

    /// <summary>Paragraphs a string holds at least to be taken for an article.</summary>
    private const int FewestParagraphs = 3;

    /// <summary>Words of a stated body at least.</summary>
    private const int FewestWords = 60;

    /// <summary>The article as an element of its own; null where the page carries none.</summary>
    /// <param name="html">The page.</param>
    /// <param name="stated">The body that its JSON-LD states; null where there is none.</param>
    public static string? Find(string html, string? stated)
        => (LongestIn(html) ?? Stated(stated) ?? CarriedText.Find(html) ?? WithoutScripts(html)) is { } markup
            ? $"<article>{markup}</article>"
            : null;

    private static string? LongestIn(string html)
    {
        var longest = ReadOnlySpan<char>.Empty;
        var rest = html.AsSpan();
        for (var at = Script(rest); at >= 0; at = Script(rest))
        {
            rest = rest[at..];
            var end = rest.IndexOf("</script", StringComparison.OrdinalIgnoreCase);
            var script = end < 0 ? rest : rest[..end];
            if (script.Length > longest.Length && Paragraphs(script) >= FewestParagraphs)
                longest = Longest(script, longest);
            rest = rest[script.Length..];
        }
        return longest.IsEmpty ? null : CarriedText.Unescaped(longest);

        static int Script(ReadOnlySpan<char> text)
        {
            const string start = "<script";
            var at = text.IndexOf(start, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? -1 : at + start.Length;
        }
    }

    /// <summary>The longest string, quotes included, that holds paragraphs.</summary>
    private static ReadOnlySpan<char> Longest(ReadOnlySpan<char> script, ReadOnlySpan<char> longest)
    {
        for (var open = script.IndexOf('"'); open >= 0; open = script.IndexOf('"'))
        {
            script = script[open..];
            var close = 1;
            while (close < script.Length && script[close] is not '"')
                close += script[close] is '\\' ? 2 : 1;
            if (close >= script.Length)
                break;
            var text = script[..(close + 1)];
            if (text.Length > longest.Length && Paragraphs(text) >= FewestParagraphs)
                longest = text;
            script = script[(close + 1)..];
        }
        return longest;
    }

    /// <summary>The longest <c>noscript</c> that holds paragraphs.</summary>
    private static string? WithoutScripts(string html)
    {
        const string open = "<noscript", close = "</noscript";
        var longest = ReadOnlySpan<char>.Empty;
        var rest = html.AsSpan();
        while (rest.IndexOf(open, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            rest = rest[(at + open.Length)..];
            var end = rest.IndexOf(close, StringComparison.OrdinalIgnoreCase);
            var inside = end < 0 ? rest : rest[..end];
            var start = inside.IndexOf('>') + 1;
            if (inside.Length > longest.Length && Paragraphs(inside) >= FewestParagraphs)
                longest = inside[start..];
            rest = rest[inside.Length..];
        }
        return longest.IsEmpty ? null : longest.ToString();
    }

    private static int Paragraphs(ReadOnlySpan<char> text)
        => Math.Max(text.Count("\\u003c/p\\u003e"), Math.Max(text.Count("\\u003C/p\\u003E"), Math.Max(text.Count("</p>"), text.Count("<\\/p>"))));

    private static string? Stated(string? body)
    {
        if (body is null || Blocks.BlockCounts.Of(body).Words < FewestWords)
            return null;
        var markup = new StringBuilder();
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            markup.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        return markup.ToString();
    }
}
