using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>What a feed's links say about itself.</summary>
/// <param name="Hubs">WebSub hubs.</param>
/// <param name="Self">The feed's own address; null where it is not said.</param>
internal readonly record struct FeedRelations(IReadOnlyList<Uri> Hubs, Uri? Self)
{
    public static FeedRelations Read(List<XElement>? candidates, FeedLinks links)
    {
        List<Uri>? hubs = null;
        Uri? self = null;
        foreach (var link in candidates ?? [])
        {
            var relation = link.Attribute("rel")?.Value.Trim().ToLowerInvariant();
            if (relation is not ("hub" or "self") || links.Web(link.Attribute("href")?.Value, link) is not { } address) continue;
            if (relation == "self") self ??= address;
            else (hubs ??= []).Add(address);
        }
        return new(hubs ?? [], self);
    }
}
