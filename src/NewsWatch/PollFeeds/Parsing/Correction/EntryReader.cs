using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Reads entries of every XML format; what CodeHollow read of the same element fills in.</summary>
internal sealed class EntryReader(FeedFormat format, FeedNames names, FeedLinks links, FeedDates dates)
{
    private static readonly XName About = XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private const string Rfc4287 = "http://www.w3.org/2005/Atom";

    private readonly bool isAtom = format == FeedFormat.Atom;

    /// <param name="element">The entry.</param>
    /// <param name="read">The entry as CodeHollow has it; null where it missed it.</param>
    public FeedEntry Read(XElement element, BaseFeedItem? read)
    {
        var facts = EntryFacts.Gather(element, names);
        var title = TextConstruct.ReadTitle(facts.Title ?? facts.OtherTitle, isAtom);
        var content = TextConstruct.Read(facts.Content, isAtom);
        var summary = TextConstruct.Read(facts.Summary ?? facts.OtherText, isAtom);
        var published = Published(facts);
        var updated = dates.Read(facts.Date(FeedField.Updated)?.Value ?? LastModified(element));
        var longest = content.Value.Length >= summary.Value.Length ? content : summary;
        var source = EntrySource.Read(facts.Source, names, links, read);
        return new()
        {
            Title = PlainText.Title(title.Value, title.IsHtml),
            Link = EntryLink.Choose(facts, element, links),
            Id = Id(facts, element),
            Published = published?.Value,
            PublishedMarks = published?.Marks ?? FeedDateMarks.None,
            Updated = updated?.Value,
            UpdatedMarks = updated?.Marks ?? FeedDateMarks.None,
            Summary = summary.Value.Length > 0 ? PlainText.Body(summary.Value, summary.IsHtml) : PlainText.Body(content.Value, content.IsHtml),
            Content = longest.Value.Length > 0 ? longest.Value : null,
            ContentIsHtml = longest.IsHtml,
            Document = EntryDocument.Read(facts, longest, element, links),
            Author = EntryAuthor.Read(facts, read),
            SourceTitle = source.Title,
            SourceLink = source.Link,
        };
    }

    // The first of the dates that can be trusted, else the first that can be read.
    private FeedDate? Published(in EntryFacts facts)
    {
        FeedDate? first = null;
        for (var field = FeedField.Published; field < FeedField.Updated; field++)
        {
            if (facts.Date(field) is not { } element || dates.Read(element.Value) is not { } date) continue;
            if (date.IsTrusted) return date;
            first ??= date;
        }
        return first;
    }

    private string? LastModified(XElement element) => format == FeedFormat.Cdf ? Attribute(element, "LASTMOD") : null;

    // An identifier is compared, not followed, so it stays as written (RFC 4287, 4.2.6.1); before that, one that is plainly a path was
    // resolved.
    private string? Id(in EntryFacts facts, XElement element)
    {
        var id = Text(facts.Guid) ?? Text(facts.Id) ?? element.Attribute(About)?.Value.Trim();
        return string.IsNullOrEmpty(id) ? null
            : id[0] is '/' or '.' && element.Name.NamespaceName != Rfc4287 ? links.Absolute(id, facts.Id ?? element)
            : id;
    }

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Attribute(XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value;
        return null;
    }
}
