using System.Xml.Linq;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>
/// Names of OPML 2.0 and of the attributes NewsWatch adds in a namespace of its own, as the specification asks of extensions.
/// </summary>
internal static class OpmlNames
{
    /// <summary>Namespace of a source's settings.</summary>
    public const string Namespace = "urn:newswatch:opml";

    public const string Outline = "outline";
    public const string Text = "text";
    public const string TitleAttribute = "title";
    public const string Type = "type";
    public const string XmlUrl = "xmlUrl";
    public const string HtmlUrl = "htmlUrl";
    public const string Url = "url";
    public const string Category = "category";
    public const string Language = "language";

    public static readonly XName Kind = XName.Get("kind", Namespace);
    public static readonly XName Enabled = XName.Get("enabled", Namespace);
    public static readonly XName Note = XName.Get("note", Namespace);
    public static readonly XName Select = XName.Get("select", Namespace);
    public static readonly XName Links = XName.Get("links", Namespace);
    public static readonly XName Every = XName.Get("every", Namespace);
    public static readonly XName MaxEntries = XName.Get("maxEntries", Namespace);
    public static readonly XName Robots = XName.Get("robots", Namespace);
}
