using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>
/// Which of an entry's addresses is the article: <c>link</c> with a text, else the alternate link that is a page (RFC 4287, 4.2.7.2), else
/// content that is kept elsewhere (4.1.3.2), else a permanent guid, else the identifier if it is an address.
/// </summary>
internal static class EntryLink
{
    public static string? Choose(in EntryFacts facts, XElement entry, FeedLinks links) =>
        (facts.Link is { } link ? links.Absolute(link.Value, link) : null)
        ?? Alternate(facts.AtomLinks, links)
        ?? Attribute(facts.Content, "src", links)
        ?? Permalink(facts.Guid, links)
        ?? Attribute(entry, "href", links)
        ?? Related(facts.AtomLinks, links)
        ?? Identifier(facts, entry);

    // Relations are compared as written first (RFC 4287, 4.2.7.2): one in other case, or a full address, stands in where none is exact.
    private static string? Alternate(List<XElement>? candidates, FeedLinks links)
        => candidates is null ? null : Alternate(candidates, links, exact: true) ?? Alternate(candidates, links, exact: false);

    private static string? Alternate(List<XElement> candidates, FeedLinks links, bool exact)
    {
        XElement? best = null;
        foreach (var candidate in candidates)
        {
            if (exact ? candidate.Attribute("rel")?.Value is not (null or "" or "alternate") : Relation(candidate) != "alternate") continue;
            if (IsPage(candidate) && Address(candidate, links) is { } page) return page;
            best ??= candidate;
        }
        return best is null ? null : Address(best, links);
    }

    // Only what may itself be the article; self, edit, replies, enclosure and the like lead elsewhere.
    private static string? Related(List<XElement>? candidates, FeedLinks links)
    {
        foreach (var candidate in candidates ?? [])
            if (Relation(candidate) is "related" or "via" or "canonical" or "start" && Address(candidate, links) is { } address)
                return address;
        return null;
    }

    // Some write the address as RSS does, between the tags.
    private static string? Address(XElement link, FeedLinks links) =>
        links.Absolute(link.Attribute("href")?.Value is { Length: > 0 } href ? href : link.Value, link);

    private static string Relation(XElement link) => link.Attribute("rel")?.Value.Trim() is { Length: > 0 } written
        ? written[(written.LastIndexOf('/') + 1)..].ToLowerInvariant()
        : "alternate";

    private static bool IsPage(XElement link) => link.Attribute("type")?.Value is not { Length: > 0 } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static string? Permalink(XElement? guid, FeedLinks links)
    {
        if (guid is null || guid.Value.Trim() is not { Length: > 0 } written) return null;
        var isPermalink = guid.Attribute("isPermaLink")?.Value ?? guid.Attribute("ispermalink")?.Value;
        if (isPermalink?.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) ?? false) return null;
        return FeedLinks.IsWebAddress(written) ? written : isPermalink is null ? null : links.Absolute(written, guid);
    }

    private static string? Attribute(XElement? element, string name, FeedLinks links)
    {
        if (element is null || !element.HasAttributes) return null;
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                return links.Absolute(attribute.Value, element);
        return null;
    }

    private static string? Identifier(in EntryFacts facts, XElement entry)
    {
        var id = facts.Id?.Value.Trim() ?? entry.Attribute(XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"))?.Value.Trim();
        return FeedLinks.IsWebAddress(id) ? id : null;
    }
}
