using System.Collections.Frozen;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>What a prefix means that a feed uses without declaring it: as every feed that declares it does.</summary>
internal static class KnownPrefixes
{
    private static readonly FrozenDictionary<string, string> Namespaces = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rss"] = "http://purl.org/rss/1.0/",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["slash"] = "http://purl.org/rss/1.0/modules/slash/",
        ["wfw"] = "http://wellformedweb.org/CommentAPI/",
        ["georss"] = "http://www.georss.org/georss",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Any other prefix gets a name of its own, which no reader takes for something else.</summary>
    public static string NamespaceOf(string prefix) => Namespaces.GetValueOrDefault(prefix) ?? "urn:undeclared:" + prefix;
}
