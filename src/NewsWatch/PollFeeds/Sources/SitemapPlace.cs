using System.Text;
using System.Xml;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// What a <c>url</c> or <c>sitemap</c> of a sitemap says, as written. Read from node to node and never as a tree: markup nested without end
/// would fill the stack of whatever asks a tree for its text.
/// </summary>
internal sealed class SitemapPlace
{
    private readonly StringBuilder location = new(), changed = new(), title = new(), published = new();

    private SitemapPlace() { }

    /// <summary>Its address; empty where it has none.</summary>
    public string Location => Of(location);

    /// <summary>When it was last changed.</summary>
    public string Changed => Of(changed);

    /// <summary>Title of an article (Google's news extension).</summary>
    public string Title => Of(title);

    /// <summary>When the article was published.</summary>
    public string Published => Of(published);

    /// <summary>Reads the element the reader stands on, and leaves the reader on its end.</summary>
    public static SitemapPlace Read(XmlReader reader, CancellationToken cancellation)
    {
        var place = new SitemapPlace();
        var top = reader.Depth;
        if (reader.IsEmptyElement)
            return place;
        StringBuilder? field = null;
        var inNews = false;
        while (reader.Read() && reader.Depth > top)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == top + 1:
                    inNews = reader.LocalName == "news";
                    field = reader.LocalName switch { "loc" => place.location, "lastmod" => place.changed, _ => null };
                    break;
                case XmlNodeType.Element when inNews && reader.Depth == top + 2:
                    field = reader.LocalName switch { "title" => place.title, "publication_date" => place.published, _ => null };
                    break;
                case XmlNodeType.EndElement when reader.Depth <= top + 2:
                    field = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when field?.Length <= Bound.Address:
                    field.Append(reader.Value);
                    break;
            }
        }
        return place;
    }

    private static string Of(StringBuilder field) => field.ToString().Trim();
}
