using System.ServiceModel.Syndication;
using System.Xml;
using BenchmarkDotNet.Attributes;
using CodeHollow.FeedReader;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>The newsroom's feeds that all three can read, RSS and Atom, from bytes to entries.</summary>
[MemoryDiagnoser]
public class FeedBenchmark
{
    private readonly FeedParser parser = new(TimeProvider.System);

    private readonly List<byte[]> feeds = [.. Newsroom.Feeds.Where(IsRead)];

    /// <summary>The library that NewsWatch's parser stands on.</summary>
    [Benchmark(Baseline = true)]
    public int CodeHollow()
    {
        var entries = 0;
        foreach (var feed in feeds)
            entries += FeedReader.ReadFromByteArray(feed).Items.Count;
        return entries;
    }

    /// <summary>Entries, with their dates read and their addresses made absolute.</summary>
    [Benchmark]
    public int NewsWatch()
    {
        var entries = 0;
        foreach (var feed in feeds)
            entries += parser.Parse(feed, null, Newsroom.Address) is FeedParse.Parsed parsed ? parsed.Document.Entries.Count : 0;
        return entries;
    }

    /// <summary>The framework's own reader.</summary>
    [Benchmark]
    public int Syndication()
    {
        var entries = 0;
        foreach (var feed in feeds)
            entries += Read(feed).Items.Count();
        return entries;
    }

    private static SyndicationFeed Read(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed));
        return SyndicationFeed.Load(reader);
    }

    private static bool IsRead(byte[] feed)
    {
        try
        {
            return Read(feed).Items.Any() && FeedReader.ReadFromByteArray(feed).Items.Count > 0;
        }
        catch (Exception refusal) when (refusal is XmlException or FormatException)
        {
            return false;
        }
    }
}
