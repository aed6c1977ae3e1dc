using System.Text;
using System.Xml;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// One <c>url</c> or <c>sitemap</c> of a sitemap, read without a tree: adding an element to one takes as long as it is deep there, and nothing
/// says how deep a document from outside is.
/// </summary>
/// <param name="Name">Local name of the element.</param>
internal sealed record SitemapItem(string Name)
{
    private const string TitleOfNews = "news/title", DateOfNews = "news/publication_date";

    private readonly Dictionary<string, StringBuilder> texts = new(StringComparer.Ordinal);

    /// <summary><c>loc</c>; null where there is none.</summary>
    public string? Location => Text("loc");

    /// <summary><c>lastmod</c>, as written.</summary>
    public string? Changed => Text("lastmod");

    /// <summary><c>news:title</c>.</summary>
    public string? Title => Text(TitleOfNews);

    /// <summary><c>news:publication_date</c>, as written.</summary>
    public string? Published => Text(DateOfNews);

    /// <summary>Reads the element the reader is at, and leaves it behind.</summary>
    public static SitemapItem Read(XmlReader reader)
    {
        var item = new SitemapItem(reader.LocalName);
        var depth = reader.Depth;
        var child = "";
        StringBuilder? ofChild = null, text = null;
        var isEmpty = reader.IsEmptyElement;
        while (reader.Read() && !isEmpty && reader.Depth > depth)
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == depth + 1:
                    child = reader.LocalName;
                    text = ofChild = item.Begin(child);
                    break;
                case XmlNodeType.Element when reader.Depth == depth + 2:
                    text = item.Begin($"{child}/{reader.LocalName}") ?? ofChild;
                    break;
                case XmlNodeType.EndElement when reader.Depth <= depth + 2:
                    text = reader.Depth == depth + 2 ? ofChild : null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text?.Append(reader.Value);
                    break;
            }
        // At its end; an empty one was left behind by the first step.
        if (!isEmpty && reader.NodeType == XmlNodeType.EndElement)
            reader.Read();
        return item;
    }

    /// <summary>Where a child's text goes: of several of one name the first counts. Null for one that says nothing here.</summary>
    private StringBuilder? Begin(string path)
    {
        if (path is not ("loc" or "lastmod" or TitleOfNews or DateOfNews) || texts.ContainsKey(path))
            return null;
        return texts[path] = new();
    }

    private string? Text(string path) => texts.GetValueOrDefault(path)?.ToString().Trim() is { Length: > 0 } text ? text : null;
}
