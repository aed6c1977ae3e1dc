using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>The feed an entry was taken over from.</summary>
/// <param name="Title">Plain text; null where it is not said.</param>
/// <param name="Link">Null where it is not said.</param>
internal readonly record struct EntrySource(string? Title, string? Link)
{
    public static EntrySource Read(XElement? source, FeedNames names, FeedLinks links, BaseFeedItem? read)
    {
        if (source is null) return default;
        if (source.HasElements) return FromAtom(source, names, links);
        var (title, link) = read is Rss20FeedItem { Source: { } said } ? (said.Value, said.Url) : (source.Value, source.Attribute("url")?.Value);
        return new(Plain(title), links.Absolute(link, source));
    }

    private static EntrySource FromAtom(XElement source, FeedNames names, FeedLinks links)
    {
        var facts = EntryFacts.Gather(source, names);
        var title = TextConstruct.ReadTitle(facts.Title, isAtom: true);
        return new(Plain(title.Value, title.IsHtml), EntryLink.Choose(facts, source, links));
    }

    private static string? Plain(string? text, bool isHtml = true) => PlainText.Title(text, isHtml) is { Length: > 0 } plain ? plain : null;
}
