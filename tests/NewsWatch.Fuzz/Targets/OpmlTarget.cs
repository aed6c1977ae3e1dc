using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A watch list, read, written and read again.</summary>
internal sealed class OpmlTarget : IFuzzTarget
{
    public string Name => "opml";

    public string Dictionary => "opml";

    public void Read(byte[] input)
    {
        WatchList list;
        try
        {
            list = OpmlReader.Read(new MemoryStream(input), "feeds.opml");
        }
        catch (WatchListException complaint)
        {
            Promise.Line(complaint.Message, 1_000, "a complaint");
            return;
        }
        Promise.That(list.Feeds.Select(feed => feed.Id).Distinct(StringComparer.Ordinal).Count() == list.Feeds.Count, "no source comes twice");
        foreach (var feed in list.Feeds)
        {
            Promise.That(feed.Title.Length > 0, "a source has a title");
            Promise.Web(feed.Address, "a source's address");
            Promise.Web(feed.Site, "a source's site");
            Promise.That(feed.Every is null || feed.Every > TimeSpan.Zero, $"there is time between polls: {feed.Every}");
            Promise.That(feed.MaxEntries is null or > 0, $"some entries are taken: {feed.MaxEntries}");
        }
        var again = OpmlReader.Read(new MemoryStream(OpmlWriter.Write(list)), "feeds.opml");
        Promise.That(again.LeftOut.Count == 0, $"all that is written can be read: {string.Join(' ', again.LeftOut)}");
        Promise.That(
            again.Feeds.Select(Settings).Order(StringComparer.Ordinal).SequenceEqual(list.Feeds.Select(Settings).Order(StringComparer.Ordinal)),
            "a list that is written and read is the same list");
    }

    private static string Settings(WatchedFeed feed)
        => $"{feed.Id} {feed.Kind} {feed.Enabled} {feed.ObeyRobots} {feed.Every} {feed.MaxEntries} {feed.Language} {feed.Note} {feed.Select} {feed.Links}";
}
