using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>The children of an entry that matter, each found in one walk.</summary>
internal struct EntryFacts
{
    private const int DateFields = 6;

    public XElement? Title, OtherTitle, Link, Guid, Id, Summary, Content, OtherText, Author, Creator, Source;
    public List<XElement>? AtomLinks, Enclosures;
    private DateElements dates;

    /// <summary>What dates the entry, by field, in the order they are to be believed.</summary>
    public readonly XElement? Date(FeedField field) => dates[field - FeedField.Published];

    public static EntryFacts Gather(XElement entry, FeedNames names)
    {
        var facts = default(EntryFacts);
        for (var node = entry.FirstNode; node is not null; node = node.NextNode)
            if (node is XElement element)
                facts.Add(element, names.Of(element));
        return facts;
    }

    private void Add(XElement element, FeedField field)
    {
        switch (field)
        {
            case FeedField.Title: Set(ref Title, element); break;
            case FeedField.OtherTitle: Set(ref OtherTitle, element); break;
            case FeedField.Link: AddLink(element); break;
            case FeedField.AtomLink: (AtomLinks ??= []).Add(element); break;
            case FeedField.Enclosure: (Enclosures ??= []).Add(element); break;
            case FeedField.Guid: Set(ref Guid, element); break;
            case FeedField.Id: Set(ref Id, element); break;
            case FeedField.Summary: Set(ref Summary, element); break;
            case FeedField.Content: Set(ref Content, element); break;
            case FeedField.OtherText: Set(ref OtherText, element); break;
            case FeedField.Author: Set(ref Author, element); break;
            case FeedField.Creator: Set(ref Creator, element); break;
            case FeedField.Source: Set(ref Source, element); break;
            case >= FeedField.Published and <= FeedField.Updated: Set(ref dates[field - FeedField.Published], element); break;
        }
    }

    private void AddLink(XElement element)
    {
        if (element.Attribute("href") is not null || element.Attribute("rel") is not null) (AtomLinks ??= []).Add(element);
        else Set(ref Link, element);
    }

    // The first that says anything.
    private static void Set(ref XElement? held, XElement element)
    {
        if (held is null || (held.FirstNode is null && element.FirstNode is not null)) held = element;
    }

    [System.Runtime.CompilerServices.InlineArray(DateFields)]
    private struct DateElements
    {
        private XElement? first;
    }
}
