using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Who wrote an entry: the person's name where the format has one, else what stands there.</summary>
internal static class EntryAuthor
{
    public static string? Read(in EntryFacts facts, BaseFeedItem? read)
    {
        var author = read switch
        {
            AtomFeedItem atom => Name(atom.Author?.Name),
            Rss20FeedItem rss => Name(rss.DC?.Creator) ?? Name(rss.Author),
            Rss10FeedItem rdf => Name(rdf.DC?.Creator),
            _ => null,
        };
        return author ?? Name(facts.Creator?.Value) ?? Person(facts.Author);
    }

    private static string? Person(XElement? author)
    {
        if (author is null) return null;
        foreach (var part in author.Elements())
            if (part.Name.LocalName.Equals("name", StringComparison.OrdinalIgnoreCase))
                return Name(part.Value);
        return author.HasElements ? null : Name(author.Value);
    }

    // "press@example.org (Jane Doe)" is how RSS 2.0 writes a name.
    private static string? Name(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var plain = PlainText.Title(written, isHtml: true);
        var open = plain.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && plain.EndsWith(')') && plain.AsSpan(0, open).Contains('@')) plain = plain[(open + 1)..^1].Trim();
        return plain.Length == 0 ? null : plain;
    }
}
