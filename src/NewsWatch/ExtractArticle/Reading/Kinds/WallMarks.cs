using AngleSharp.Dom;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Kinds;

/// <summary>
/// What gives away a page that stands in an article's stead whatever its language: where it came from, the script that runs it, the form
/// it asks to be sent. The rows of <c>wall-marks.tsv</c>.
/// </summary>
internal static class WallMarks
{
    private static readonly ILookup<string, (PageKind Kind, string[] Marks)> Rows = DataTable.Read("NewsWatch.ExtractArticle.Reading.wall-marks.tsv")
        .ToLookup(row => row[1], row => (Kind: row.Name<PageKind>(0), Marks: row.Words(2, '|')));

    /// <summary>The kind of wall that lives on such a host; null for any other host.</summary>
    public static PageKind? OfHost(Uri? address)
    {
        if (address is null)
            return null;
        foreach (var (kind, marks) in Rows["host"])
            if (marks.Any(mark => address.Host.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
                return kind;
        return null;
    }

    /// <summary>The kind of wall that goes by such a path; null for any other path.</summary>
    public static PageKind? OfPath(Uri? address)
    {
        if (address is null)
            return null;
        var segments = address.AbsolutePath.Split('/');
        foreach (var (kind, marks) in Rows["path"])
            if (marks.Any(mark => segments.Contains(mark, StringComparer.OrdinalIgnoreCase)))
                return kind;
        return null;
    }

    /// <summary>
    /// The kind of wall a page's scripts, frames and forms make it; null where they are nothing special. For small pages only.
    /// </summary>
    public static PageKind? OfMachinery(IEnumerable<IElement> machinery)
    {
        foreach (var element in machinery)
            if (Kind(element) is { } kind)
                return kind;
        return null;
    }

    private static PageKind? Kind(IElement element) => element.LocalName switch
    {
        "script" => Find("script", element.GetAttribute("src") ?? element.TextContent),
        "iframe" => Find("script", element.GetAttribute("src")),
        "form" => Find("form", element.GetAttribute("action")) ?? Find("form", element.Id),
        "input" => Find("form", element.GetAttribute("name")),
        _ => null,
    };

    private static PageKind? Find(string place, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var (kind, marks) in Rows[place])
            if (marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return kind;
        return null;
    }
}
