using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Tells formats by the root element.</summary>
internal static class FeedFormats
{
    /// <summary>Null where the document is no feed.</summary>
    public static FeedFormat? Of(XElement root) => root.Name.LocalName.ToUpperInvariant() switch
    {
        "RSS" => FeedFormat.Rss,
        "RDF" => FeedFormat.Rdf,
        "FEED" or "ENTRY" => FeedFormat.Atom,
        // RSS 1.1 has the channel at the root, in a namespace of its own; so has CDF, in none.
        "CHANNEL" => root.Name.NamespaceName == "http://purl.org/net/rss1.1#" ? FeedFormat.Rdf : FeedFormat.Cdf,
        _ => null,
    };
}
