using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Knows what each element of one document is about; each name is looked up once.</summary>
internal sealed class FeedNames(XNamespace format)
{
    private readonly Dictionary<XName, FeedField> known = [];

    public FeedField Of(XElement element)
    {
        if (known.TryGetValue(element.Name, out var field)) return field;
        field = Resolve(element);
        known.Add(element.Name, field);
        return field;
    }

    private FeedField Resolve(XElement element)
    {
        var space = element.Name.Namespace;
        var vocabulary = FeedVocabularies.Of(space.NamespaceName, space == XNamespace.None ? null : element.GetPrefixOfNamespace(space));
        if (vocabulary == FeedVocabulary.Other && space == format) vocabulary = FeedVocabulary.Core;
        var name = element.Name.LocalName.ToLowerInvariant();
        return vocabulary switch
        {
            FeedVocabulary.Core => Core(name),
            FeedVocabulary.Atom => name == "link" ? FeedField.AtomLink : Core(name),
            FeedVocabulary.DublinCore => Dublin(name),
            FeedVocabulary.DublinTerms => Terms(name),
            FeedVocabulary.Content => name == "encoded" ? FeedField.Content : FeedField.None,
            FeedVocabulary.Syndication => name switch
            {
                "updateperiod" => FeedField.UpdatePeriod,
                "updatefrequency" => FeedField.UpdateFrequency,
                _ => FeedField.None,
            },
            FeedVocabulary.Podcast => name is "summary" ? FeedField.OtherText : name is "author" ? FeedField.Creator : FeedField.None,
            FeedVocabulary.Media => name switch
            {
                "description" => FeedField.OtherText,
                "title" => FeedField.OtherTitle,
                _ => FeedField.None,
            },
            FeedVocabulary.Xhtml => name is "body" or "div" ? FeedField.Content : FeedField.None,
            _ => FeedField.None,
        };
    }

    private static FeedField Core(string name) => name switch
    {
        "channel" => FeedField.Channel,
        "item" or "entry" => FeedField.Entry,
        "title" => FeedField.Title,
        "link" => FeedField.Link,
        "guid" => FeedField.Guid,
        "id" => FeedField.Id,
        "pubdate" or "published" => FeedField.Published,
        "issued" => FeedField.Issued,
        "date" => FeedField.DublinDate,
        "created" => FeedField.Created,
        "updated" or "modified" or "lastmod" => FeedField.Updated,
        "description" or "summary" or "abstract" => FeedField.Summary,
        "content" or "body" or "fullitem" => FeedField.Content,
        "author" => FeedField.Author,
        "source" => FeedField.Source,
        "enclosure" => FeedField.Enclosure,
        "language" => FeedField.Language,
        "ttl" => FeedField.Ttl,
        "skiphours" => FeedField.SkipHours,
        "skipdays" => FeedField.SkipDays,
        _ => FeedField.None,
    };

    private static FeedField Dublin(string name) => name switch
    {
        "title" => FeedField.OtherTitle,
        "date" => FeedField.DublinDate,
        "creator" or "author" => FeedField.Creator,
        "description" => FeedField.OtherText,
        "language" => FeedField.Language,
        _ => FeedField.None,
    };

    private static FeedField Terms(string name) => name switch
    {
        "issued" or "available" => FeedField.Issued,
        "created" => FeedField.Created,
        "modified" => FeedField.Updated,
        "date" => FeedField.DublinDate,
        "title" => FeedField.OtherTitle,
        "creator" => FeedField.Creator,
        "abstract" => FeedField.OtherText,
        _ => FeedField.None,
    };
}
