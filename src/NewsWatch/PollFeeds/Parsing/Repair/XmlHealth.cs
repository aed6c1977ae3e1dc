using System.Buffers;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>
/// Finds, in one pass and without an exception, the defects that make up nearly all ill-formed feeds, and what goes beyond the limits.
/// What it lets through may still be ill-formed; what it stops is not well-formed or not to be read as it is.
/// </summary>
internal static class XmlHealth
{
    /// <summary>No element may have this prefix (Namespaces in XML 1.0, 3): the XML reader takes it, and the writer then refuses it.</summary>
    private const string ReservedElement = "<xmlns:";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(XmlCharacters.Forbidden);

    public static bool LooksSound(ReadOnlySpan<char> text, FeedLimits limits) =>
        text is ['<', ..]
        && text.Count('<') <= limits.MaxNodes
        && text.Count('=') <= limits.MaxNodes
        && text.Count("<item") <= limits.MaxEntries
        && text.Count("<entry") <= limits.MaxEntries
        && !text.ContainsAny(Forbidden)
        && text.IndexOf(ReservedElement) < 0
        && MarkupIsPlain(text, limits.MaxDepth);

    // Adding an element to a tree takes as long as the tree is deep there, so depth is bounded before it is built.
    private static bool MarkupIsPlain(ReadOnlySpan<char> text, int maxDepth)
    {
        var depth = 0;
        for (var at = text.IndexOfAny('&', '<'); at >= 0; at = text.IndexOfAny('&', '<'))
        {
            text = text[at..];
            var length = text[0] == '&' ? KnownReference(text) : text is ['<', '!', ..] ? SkippedMarkup(text) : Tag(text, ref depth);
            if (length == 0 || depth > maxDepth) return false;
            text = text[length..];
        }
        return true;
    }

    private static int Tag(ReadOnlySpan<char> text, ref int depth)
    {
        var end = text[1..].IndexOfAny('>', '<') + 1;
        if (end < 2 || text[end] == '<') return 0;
        if (text[1] == '/') depth--;
        else if (text[1] != '?' && text[end - 1] != '/') depth++;
        return text[..end].Contains('&') ? 1 : end + 1;
    }

    private static int KnownReference(ReadOnlySpan<char> text) =>
        text.StartsWith("&lt;") || text.StartsWith("&gt;") ? 4 :
        text.StartsWith("&amp;") ? 5 :
        text.StartsWith("&quot;") || text.StartsWith("&apos;") ? 6 :
        text.StartsWith("&#") ? NumericReference.Measure(text) : 0;

    // A document type is not skipped: what it may hold is never given to the XML reader.
    private static int SkippedMarkup(ReadOnlySpan<char> text) =>
        text.StartsWith("<![CDATA[") ? Past(text, "]]>") : text.StartsWith("<!--") ? Past(text, "-->") : 0;

    private static int Past(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? 0 : at + end.Length;
    }
}
