using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>Reads a watch list from OPML 2.0 or 1.x: folders become tags, settings come from attributes of our own namespace.</summary>
internal static class OpmlReader
{
    private const int MaxDepth = 32;

    /// <summary>Reads a list.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="name">What to call it in a complaint: a file or a blob.</param>
    /// <exception cref="WatchListException">It is no OPML, or a source on it cannot be used.</exception>
    public static WatchList Read(Stream xml, string name)
    {
        var body = Load(xml, name).Root is { Name.LocalName: "opml" } root && root.Element("body") is { } found
            ? found
            : throw new WatchListException($"{name} is no watch list: it has no <opml> with a <body>. Give an OPML 2.0 file, or remove it to use the default list.");
        var title = root.Element("head")?.Element("title")?.Value.Trim();
        return WatchList.Of(string.IsNullOrEmpty(title) ? "Watch list" : title, Outlines(body, "", 0, name));
    }

    private static XDocument Load(Stream xml, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 64 * 1024 * 1024 };
        try
        {
            using var reader = XmlReader.Create(xml, settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException failure)
        {
            throw new WatchListException($"{name} is no watch list: {failure.Message.TrimEnd('.')}. Mend it, or remove it to use the default list.", failure);
        }
    }

    private static IEnumerable<WatchedFeed> Outlines(XElement parent, string folder, int depth, string name)
    {
        foreach (var outline in parent.Elements(OpmlNames.Outline))
        {
            if (Address(outline) is { } address)
                yield return Feed(outline, address, folder, name);
            if (depth < MaxDepth && outline.HasElements)
                foreach (var feed in Outlines(outline, Below(folder, outline), depth + 1, name))
                    yield return feed;
        }
    }

    private static string? Address(XElement outline)
        => (string?)outline.Attribute(OpmlNames.XmlUrl) ?? (outline.Attribute(OpmlNames.Kind) is null ? null : (string?)outline.Attribute(OpmlNames.Url));

    private static string Below(string folder, XElement outline)
    {
        var own = Label(outline).Replace('/', '-');
        return folder.Length == 0 || own.Length == 0 ? folder + own : $"{folder}/{own}";
    }

    private static WatchedFeed Feed(XElement outline, string address, string folder, string name)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw At(outline, name, $"'{address}' is no http or https address");
        var label = Label(outline);
        return new(label.Length == 0 ? uri.Host : label, uri)
        {
            Kind = Setting(outline, OpmlNames.Kind, SourceKind.Feed, name, "feed, page or sitemap", (string text, out SourceKind kind) => Enum.TryParse(text, true, out kind) && Enum.IsDefined(kind)),
            Enabled = Setting(outline, OpmlNames.Enabled, true, name, "true or false", bool.TryParse),
            Tags = [.. Tags(outline, folder)],
            Site = Uri.TryCreate((string?)outline.Attribute(OpmlNames.HtmlUrl), UriKind.Absolute, out var site) ? site : null,
            Language = Filled((string?)outline.Attribute(OpmlNames.Language)),
            Note = Filled((string?)outline.Attribute(OpmlNames.Note)),
            Select = Filled((string?)outline.Attribute(OpmlNames.Select)),
            Every = Setting<TimeSpan?>(outline, OpmlNames.Every, null, name, "a duration such as PT30M", Duration),
            MaxEntries = Setting<int?>(outline, OpmlNames.MaxEntries, null, name, "a number from 1", Count),
            ObeyRobots = Setting(outline, OpmlNames.Robots, true, name, "obey or ignore", (string text, out bool obey) => (obey = text == "obey") || text == "ignore"),
        };
    }

    private static IEnumerable<string> Tags(XElement outline, string folder)
    {
        var categories = ((string?)outline.Attribute(OpmlNames.Category) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return categories.Select(category => category.Trim('/')).Prepend(folder).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private delegate bool Parse<T>(string text, out T value);

    private static T Setting<T>(XElement outline, XName setting, T otherwise, string name, string expected, Parse<T> parse)
        => Filled((string?)outline.Attribute(setting)) is not { } text ? otherwise
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
        => Filled((string?)outline.Attribute(OpmlNames.Text)) ?? Filled((string?)outline.Attribute(OpmlNames.TitleAttribute)) ?? "";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static WatchListException At(XElement outline, string name, string what)
        => new($"{name}, line {((IXmlLineInfo)outline).LineNumber}: {what}. Mend that line.");
}
