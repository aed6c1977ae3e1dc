using System.Collections.Frozen;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Families of namespaces in feeds.</summary>
internal enum FeedVocabulary
{
    /// <summary>A format's own elements, or those of no namespace.</summary>
    Core,
    Atom,
    DublinCore,
    DublinTerms,
    Content,
    Syndication,
    Podcast,
    Media,
    Xhtml,
    Other,
}

/// <summary>Tells namespaces apart by their address or, where that is unknown, by their prefix.</summary>
internal static class FeedVocabularies
{
    private static readonly FrozenDictionary<string, FeedVocabulary> ByAddress = new Dictionary<string, FeedVocabulary>
    {
        [""] = FeedVocabulary.Core,
        ["http://backend.userland.com/rss"] = FeedVocabulary.Core,
        ["http://backend.userland.com/rss2"] = FeedVocabulary.Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = FeedVocabulary.Core,
        ["http://cyber.law.harvard.edu/rss/rss.html"] = FeedVocabulary.Core,
        ["http://my.netscape.com/rdf/simple/0.9/"] = FeedVocabulary.Core,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = FeedVocabulary.Core,
        ["http://purl.org/rss/1.0/"] = FeedVocabulary.Core,
        ["http://purl.org/net/rss1.1#"] = FeedVocabulary.Core,
        ["http://www.w3.org/2005/Atom"] = FeedVocabulary.Atom,
        ["http://purl.org/atom/ns#"] = FeedVocabulary.Atom,
        ["http://purl.org/dc/elements/1.0/"] = FeedVocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.1/"] = FeedVocabulary.DublinCore,
        ["http://purl.org/dc/terms/"] = FeedVocabulary.DublinTerms,
        ["http://purl.org/rss/1.0/modules/content/"] = FeedVocabulary.Content,
        ["http://purl.org/rss/1.0/modules/syndication/"] = FeedVocabulary.Syndication,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = FeedVocabulary.Podcast,
        ["http://search.yahoo.com/mrss/"] = FeedVocabulary.Media,
        ["http://search.yahoo.com/mrss"] = FeedVocabulary.Media,
        ["http://www.w3.org/1999/xhtml"] = FeedVocabulary.Xhtml,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = FeedVocabulary.Core,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FeedVocabulary> ByPrefix = new Dictionary<string, FeedVocabulary>
    {
        ["atom"] = FeedVocabulary.Atom,
        ["dc"] = FeedVocabulary.DublinCore,
        ["dcterms"] = FeedVocabulary.DublinTerms,
        ["content"] = FeedVocabulary.Content,
        ["sy"] = FeedVocabulary.Syndication,
        ["itunes"] = FeedVocabulary.Podcast,
        ["media"] = FeedVocabulary.Media,
        ["xhtml"] = FeedVocabulary.Xhtml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A namespace nobody knows is the format's own where it is the default one, so that a mistyped address loses nothing.</summary>
    public static FeedVocabulary Of(string address, string? prefix)
    {
        if (ByAddress.TryGetValue(address, out var vocabulary)) return vocabulary;
        return string.IsNullOrEmpty(prefix) ? FeedVocabulary.Core : ByPrefix.GetValueOrDefault(prefix, FeedVocabulary.Other);
    }
}
