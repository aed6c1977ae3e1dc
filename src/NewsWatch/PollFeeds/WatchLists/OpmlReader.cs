using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NewsWatch.Fetching.Hops;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>
/// Reads a watch list from OPML 2.0 or 1.x, as leniently as feeds: folders become tags, settings come from attributes of our own namespace,
/// and
/// a source that cannot be used is left out and named, while the others are taken.
/// </summary>
internal static class OpmlReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="name">What to call it in a complaint: a file or a blob.</param>
    /// <exception cref="WatchListException">It is no OPML.</exception>
    public static WatchList Read(Stream xml, string name)
    {
        if (OpmlText.Read(xml) is not { } root || Body(root) is not { } body)
            throw new WatchListException($"{name} is no watch list: it has no <opml> with a <body>. "
                + "Give an OPML 2.0 file, or remove it to use the list that comes with NewsWatch.");
        var title = OpmlText.Children(root, "head").SelectMany(head => OpmlText.Children(head, "title")).FirstOrDefault()?.Value.Trim();
        var leftOut = new List<string>();
        var feeds = Outlines(body, "", 0, name, leftOut).ToList();
        return WatchList.Of(string.IsNullOrEmpty(title) ? "Watch list" : title, feeds) with { LeftOut = leftOut };
    }

    /// <summary>Where the sources stand: some leave out the body, none the root.</summary>
    private static XElement? Body(XElement root) => !root.Name.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase) ? null
        : OpmlText.Children(root, "body").FirstOrDefault() ?? (OpmlText.Children(root, "outline").Any() ? root : null);

    private static IEnumerable<WatchedFeed> Outlines(XElement parent, string folder, int depth, string name, List<string> leftOut)
    {
        foreach (var outline in OpmlText.Children(parent, "outline"))
        {
            if (Usable(outline, folder, name, leftOut) is { } own)
                yield return own;
            if (depth < Bound.WatchList.Folders && outline.HasElements)
                foreach (var feed in Outlines(outline, Below(folder, outline), depth + 1, name, leftOut))
                    yield return feed;
        }
    }

    private static WatchedFeed? Usable(XElement outline, string folder, string name, List<string> leftOut)
    {
        try
        {
            return Address(outline) is { } address ? Feed(outline, address, folder, name) : null;
        }
        catch (WatchListException complaint)
        {
            leftOut.Add(complaint.Message);
            return null;
        }
    }

    /// <summary>
    /// The address of a source: <c>xmlUrl</c>; <c>url</c> where our own attribute or the type says that a source is there. Empty where one
    /// should be; null for a folder or a plain link.
    /// </summary>
    private static string? Address(XElement outline)
    {
        if (OpmlText.Value(outline, OpmlNames.XmlUrl) is { } address)
            return address;
        var isSource = OpmlText.Value(outline, OpmlNames.Kind) is not null
            || OpmlText.Value(outline, OpmlNames.Type)?.ToLowerInvariant()
                is "rss" or "atom" or "rdf" or "feed" or "json" or "jsonfeed" or "xml";
        return !isSource ? null : OpmlText.Value(outline, OpmlNames.Url) ?? (outline.HasElements ? null : "");
    }

    private static string Below(string folder, XElement outline)
    {
        var own = Label(outline).Replace('/', '-');
        return folder.Length == 0 || own.Length == 0 ? folder + own : $"{folder}/{own}";
    }

    private static WatchedFeed Feed(XElement outline, string address, string folder, string name)
    {
        if (TypedAddress.Read(address) is not { } uri)
            throw At(outline, name, $"'{ShownAddress.In(address)}' is no http or https address");
        var label = Label(outline);
        return new(label.Length == 0 ? uri.Host : label, uri)
        {
            Kind = Setting(outline, OpmlNames.Kind, SourceKind.Feed, name, "feed, page or sitemap", (string text, out SourceKind kind) => Enum.TryParse(text, true, out kind) && Enum.IsDefined(kind)),
            Enabled = Setting(outline, OpmlNames.Enabled, true, name, "true or false", bool.TryParse),
            Tags = [.. Tags(outline, folder)],
            Site = TypedAddress.Read(OpmlText.Value(outline, OpmlNames.HtmlUrl)),
            Language = OpmlText.Value(outline, OpmlNames.Language),
            Note = OpmlText.Value(outline, OpmlNames.Note),
            Select = OpmlText.Value(outline, OpmlNames.Select),
            Links = OpmlText.Value(outline, OpmlNames.Links),
            Every = Setting<TimeSpan?>(outline, OpmlNames.Every, null, name, "a duration such as PT30M", Duration),
            MaxEntries = Setting<int?>(outline, OpmlNames.MaxEntries, null, name, "a number from 1", Count),
            ObeyRobots = Setting(outline, OpmlNames.Robots, true, name, "obey or ignore", (string text, out bool obey) => (obey = text == "obey") || text == "ignore"),
        };
    }

    private static IEnumerable<string> Tags(XElement outline, string folder)
    {
        var categories = (OpmlText.Value(outline, OpmlNames.Category) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return categories.Select(category => category.Trim('/')).Prepend(folder).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private delegate bool Parse<T>(string text, out T value);

    private static T Setting<T>(XElement outline, XName setting, T otherwise, string name, string expected, Parse<T> parse)
        => OpmlText.Value(outline, setting) is not { } text ? otherwise
            : parse(text, out var value) ? value
            : throw At(outline, name, $"{setting.LocalName}=\"{text}\" must be {expected}");

    private static bool Duration(string text, out TimeSpan? value)
    {
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return value > TimeSpan.Zero;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            value = null;
            return false;
        }
    }

    private static bool Count(string text, out int? value)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        value = count;
        return read && count > 0;
    }

    private static string Label(XElement outline)
        => OpmlText.Value(outline, OpmlNames.Text) ?? OpmlText.Value(outline, OpmlNames.TitleAttribute) ?? "";

    private static WatchListException At(XElement outline, string name, string what)
        => new($"{name}, line {OpmlText.Line(outline)}: {what}. Mend that line.");
}
