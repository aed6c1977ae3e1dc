using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace NewsWatch.Text.Html;

/// <summary>
/// The elements a parser has open, as far as their names tell (HTML, 13.2.6.4.7): an end tag closes the element of its name and all within,
/// unless there is none, or what stands between keeps it from being seen.
/// </summary>
internal sealed class OpenElements
{
    // Closed by whatever follows, or never opened, or opened once whatever is written.
    private static readonly FrozenSet<string> Uncounted = Set(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
        "option", "tr", "td", "th", "path", "circle", "rect", "use", "html", "head", "body");

    // Their end tags take them out from among what is open within.
    private static readonly FrozenSet<string> Formatting = Set(
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    // Beyond these no end tag of an ordinary element is seen.
    private static readonly FrozenSet<string> Special = Set(
        "address", "article", "aside", "blockquote", "button", "center", "colgroup", "details", "dir", "div", "dl", "fieldset", "figcaption",
        "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "iframe", "listing", "main", "menu", "nav",
        "noembed", "noframes", "noscript", "ol", "pre", "search", "section", "select", "summary", "tbody", "textarea", "tfoot", "thead", "title",
        "ul", "xmp", "table", "template", "object", "marquee", "applet", "caption");

    // Beyond these none of any element is.
    private static readonly FrozenSet<string> Bounds = Set("table", "template", "object", "marquee", "applet", "caption");

    private readonly List<int> names = [];
    private readonly List<int> specials = [];
    private readonly List<int> bounds = [];

    /// <summary>How many are open.</summary>
    public int Count => names.Count;

    /// <summary>A start tag.</summary>
    public void Open(ReadOnlySpan<char> name)
    {
        if (Has(Uncounted, name))
            return;
        if (Has(Special, name))
            specials.Add(names.Count);
        if (Has(Bounds, name))
            bounds.Add(names.Count);
        names.Add(Key(name));
    }

    /// <summary>An end tag.</summary>
    public void Close(ReadOnlySpan<char> name)
    {
        if (Has(Uncounted, name) || CollectionsMarshal.AsSpan(names).LastIndexOf(Key(name)) is not (>= 0 and var at))
            return;
        var between = Has(Special, name) ? bounds : specials;
        if (Has(Formatting, name))
            TakeOut(at);
        else if (name.Equals("template", StringComparison.OrdinalIgnoreCase) || between is [] || between[^1] <= at)
            CloseFrom(at);
    }

    private void CloseFrom(int at)
    {
        names.RemoveRange(at, names.Count - at);
        while (specials is [.., var last] && last >= at)
            specials.RemoveAt(specials.Count - 1);
        while (bounds is [.., var last] && last >= at)
            bounds.RemoveAt(bounds.Count - 1);
    }

    private void TakeOut(int at)
    {
        names.RemoveAt(at);
        foreach (var places in new[] { specials, bounds })
            for (var index = places.Count - 1; index >= 0 && places[index] > at; index--)
                places[index]--;
    }

    private static int Key(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
