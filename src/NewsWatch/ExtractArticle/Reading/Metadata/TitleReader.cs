namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>The article's own title: the stated headline, else what is shared, else what is shown, without the site's name.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", "|", "｜", "：", "ㅣ", " / "];

    /// <summary>The title and where it was found; null where the page has none.</summary>
    /// <param name="json">The page's JSON-LD.</param>
    /// <param name="metas">The page's meta elements.</param>
    /// <param name="heading">Text of the heading that shows the title; null where there is none.</param>
    /// <param name="document">The title element's text.</param>
    /// <param name="site">Name of the site; null where unknown.</param>
    /// <param name="host">Host of the page; null where unknown.</param>
    public static (string Title, string Source)? Read(
        JsonLdArticle json, MetaTags metas, string? heading, string? document, string? site, string? host)
    {
        var headline = PlainText.Of(json.Headline);
        var shared = metas.First("og:title") ?? metas.First("twitter:title") ?? metas.First("title") ?? metas.First("dc.title");
        var shown = PlainText.Of(heading);
        var named = PlainText.Of(document);
        var others = new[] { headline, shared, shown, named, metas.First("twitter:title") }.Select(PlainText.Key).Where(key => key.Length > 0).ToHashSet();
        var siteKeys = new[] { PlainText.Key(site), PlainText.Key(host), PlainText.Key(Domain(host)) }.Where(key => key.Length > 1).ToArray();

        foreach (var (title, source) in (ReadOnlySpan<(string?, string)>)
            [(headline, "json-ld headline"), (shared, "meta og:title"), (shown, "heading"), (named, "title")])
            if (title is not null && Without(title, others, siteKeys) is { Length: > 0 } own && !siteKeys.Contains(PlainText.Key(own)))
                return (own, source);
        return null;
    }

    /// <summary>
    /// Takes parts off the end, and then off the front, while they name the site, or while what is left is what another
    /// source gives in full.
    /// </summary>
    private static string Without(string title, HashSet<string> others, string[] siteKeys)
    {
        while (Last(title) is var (at, length) && at > 0)
        {
            var rest = title[..at].TrimEnd();
            if (!others.Contains(PlainText.Key(rest)) && !Names(title[(at + length)..], siteKeys))
                break;
            title = rest;
        }
        var (first, width) = First(title);
        return first > 0 && Names(title[..first], siteKeys) && title.Length - first > 15 ? title[(first + width)..].TrimStart() : title;
    }

    private static bool Names(string part, string[] siteKeys)
    {
        var key = PlainText.Key(part);
        return key.Length == 0 || Array.Exists(siteKeys, site => site == key || (key.Length > 3 && (site.Contains(key) || key.Contains(site))))
            || (part.Length < 30 && part.TrimEnd() is [.., '.', _, _] or [.., '.', _, _, _] && !part.Trim().Contains(' '));
    }

    private static (int At, int Length) Last(string title)
    {
        var best = (At: -1, Length: 0);
        foreach (var separator in Separators)
            if (title.LastIndexOf(separator, StringComparison.Ordinal) is var at && at > best.At)
                best = (at, separator.Length);
        return best;
    }

    private static (int At, int Length) First(string title)
    {
        var best = (At: int.MaxValue, Length: 0);
        foreach (var separator in Separators)
            if (title.IndexOf(separator, StringComparison.Ordinal) is var at && at > 0 && at < best.At)
                best = (at, separator.Length);
        return best.Length == 0 ? (-1, 0) : best;
    }

    /// <summary>The name in a host: <c>www.example.co.uk</c> is <c>example</c>.</summary>
    private static string? Domain(string? host)
    {
        if (host is null)
            return null;
        var labels = host.Split('.');
        return labels.Reverse().Skip(1).FirstOrDefault(label => label.Length > 3) ?? labels[0];
    }
}
