namespace NewsWatch.Text.Html;

/// <summary>Steps over the tags of HTML text.</summary>
internal static class HtmlTag
{
    /// <summary>
    /// Length of the markup that starts the text, with all of an element that holds no text to read; 0 where it is no tag.
    /// </summary>
    public static int Skip(ReadOnlySpan<char> text, ref LineWriter writer)
    {
        if (text.Length < 3) return 0;
        if (text[1] == '!') return Comment(text);
        if (text[1] == '?') return Past(text, ">");
        var start = text[1] == '/' ? 2 : 1;
        if (!char.IsAsciiLetter(text[start])) return 0;
        var length = End(text);
        if (length == 0) return 0;
        var name = Name(text[start..length]);
        if (IsBlock(name)) writer.Line();
        if (start == 1 && IsSilent(name)) length += Silent(text[length..], name);
        return length;
    }

    // A comment that does not end is left at its first '>', as in a browser that meets the end of the page.
    private static int Comment(ReadOnlySpan<char> text) =>
        text.StartsWith("<![CDATA[") ? "<![CDATA[".Length :
        text.StartsWith("<!--") && Past(text, "-->") is > 0 and var length ? length : Past(text, ">");

    private static int Past(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? 0 : at + end.Length;
    }

    // The first '>' outside quotes; where quotes do not pair, the first at all.
    private static int End(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('>');
        if (first < 0) return 0;
        var head = text[..first];
        if (head.Count('"') % 2 == 0 && head.Count('\'') % 2 == 0) return first + 1;
        var quote = '\0';
        for (var at = 1; at < text.Length; at++)
        {
            if (quote != '\0') quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '"' or '\'' && text[at - 1] == '=') quote = text[at];
            else if (text[at] == '>') return at + 1;
        }
        return first + 1;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return tag[..length];
    }

    private static int Silent(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        for (var at = 0; at < rest.Length;)
        {
            var next = rest[at..].IndexOf("</");
            if (next < 0) break;
            at += next + 2;
            if (rest[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return Math.Min(rest.Length, at + rest[at..].IndexOf('>') + 1);
        }
        // Unclosed it takes the rest, as in a browser.
        return rest.Length;
    }

    private static bool IsSilent(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    private static bool IsBlock(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[10];
        if (name.Length > lower.Length) return name.Equals("blockquote", StringComparison.OrdinalIgnoreCase) || name.Equals("figcaption", StringComparison.OrdinalIgnoreCase);
        return lower[..name.ToLowerInvariant(lower)] is "p" or "br" or "div" or "li" or "ul" or "ol" or "tr" or "td" or "table" or "hr" or "pre" or "dd"
            or "dt" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "header" or "footer" or "figure" or "figcaption" or "blockquote";
    }
}
