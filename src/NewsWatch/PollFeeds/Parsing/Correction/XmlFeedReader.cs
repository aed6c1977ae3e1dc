using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Reads a feed from its tree: CodeHollow first, then what it leaves out or gets wrong.</summary>
internal static class XmlFeedReader
{
    public static FeedDocument? Read(XElement root, Uri? address, bool usesXmlBase, FeedParser.Reading reading)
    {
        if (FeedFormats.Of(root) is not { } format) return null;
        var names = new FeedNames(root.Name.Namespace);
        var channel = Channel(root, format, names);
        var links = new FeedLinks(address ?? OwnBase(channel, names), usesXmlBase);
        var read = CodeHollowFeed.Read(root, channel, format);
        var facts = EntryFacts.Gather(channel, names);
        var title = TextConstruct.ReadTitle(facts.Title ?? facts.OtherTitle, format == FeedFormat.Atom);
        var related = FeedRelations.Read(facts.AtomLinks, links);
        return new()
        {
            Format = format,
            Title = PlainText.Title(title.Value, title.IsHtml),
            Link = EntryLink.Choose(facts, channel, links),
            Language = Language(channel, root, names, read.Feed),
            Entries = Entries(root, channel, names, new EntryReader(format, names, links, reading.Dates), read, reading.Cancellation),
            Ttl = FeedSchedule.Ttl(read.Feed),
            UpdateInterval = FeedSchedule.UpdateInterval(read.Feed, Find(channel, FeedField.UpdatePeriod, names), Find(channel, FeedField.UpdateFrequency, names)),
            SkipHours = FeedSchedule.SkipHours(read.Feed),
            SkipDays = FeedSchedule.SkipDays(read.Feed),
            Hubs = related.Hubs,
            Self = related.Self,
        };
    }

    private static XElement Channel(XElement root, FeedFormat format, FeedNames names) =>
        format is FeedFormat.Atom or FeedFormat.Cdf ? root : Find(root, FeedField.Channel, names) ?? root;

    // RSS keeps entries in the channel, RDF beside it; files that mix the two up are read all the same.
    private static List<FeedEntry> Entries(
        XElement root, XElement channel, FeedNames names, EntryReader reader, CodeHollowFeed read, CancellationToken cancellation)
    {
        List<FeedEntry> entries = [];
        // An entry document (RFC 4287, 2): the entry is all there is.
        if (names.Of(root) == FeedField.Entry) entries.Add(reader.Read(root, null));
        Add(channel);
        if (!ReferenceEquals(root, channel)) Add(root);
        return entries;

        void Add(XElement parent)
        {
            for (var node = parent.FirstNode; node is not null; node = node.NextNode)
            {
                if (node is not XElement element) continue;
                cancellation.ThrowIfCancellationRequested();
                if (names.Of(element) == FeedField.Entry) entries.Add(reader.Read(element, read.ItemOf(element)));
                else if (element.Name.LocalName is "items" or "Items" or "ITEMS") Add(element);
            }
        }
    }

    private static string? Language(XElement channel, XElement root, FeedNames names, BaseFeed? feed)
    {
        var said = feed switch { Rss20Feed rss => rss.Language, Rss10Feed rdf => rdf.DC?.Language, _ => null }
            ?? Find(channel, FeedField.Language, names)?.Value
            ?? (channel.Attribute(XNamespace.Xml + "lang") ?? root.Attribute(XNamespace.Xml + "lang"))?.Value;
        return string.IsNullOrWhiteSpace(said) ? null : said.Trim();
    }

    private static XElement? Find(XElement parent, FeedField field, FeedNames names)
    {
        for (var node = parent.FirstNode; node is not null; node = node.NextNode)
            if (node is XElement element && names.Of(element) == field)
                return element;
        return null;
    }

    // Without the feed's own address the site it names is the best there is.
    private static Uri? OwnBase(XElement channel, FeedNames names) =>
        Find(channel, FeedField.Link, names)?.Value.Trim() is { } link && FeedLinks.IsWebAddress(link) && Uri.TryCreate(link, UriKind.Absolute, out var site) ? site : null;
}
