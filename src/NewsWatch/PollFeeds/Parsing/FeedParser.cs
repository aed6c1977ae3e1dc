using System.Xml.Linq;
using NewsWatch.PollFeeds.Parsing.Correction;
using NewsWatch.PollFeeds.Parsing.Json;
using NewsWatch.PollFeeds.Parsing.Repair;
using NewsWatch.Text.Decoding;

namespace NewsWatch.PollFeeds.Parsing;

/// <summary>Reads feeds of any format, well-formed or not, within bounds. Holds no state: one serves all threads.</summary>
/// <param name="clock">Tells which dates lie in the future.</param>
/// <param name="limits">What a feed may cost; null for the usual bounds.</param>
public sealed class FeedParser(TimeProvider clock, FeedLimits? limits = null)
{
    private readonly FeedLimits limits = limits ?? new();

    /// <summary>Reads one feed; never throws for what a body holds.</summary>
    /// <param name="body">The feed as it came, after decompression.</param>
    /// <param name="contentType">The Content-Type header; null where there was none.</param>
    /// <param name="address">Where the feed came from, to make its links absolute; null where that is not known.</param>
    public FeedParse Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        try
        {
            return Read(body, contentType, address);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A defect no one has thought of is this feed's failure, not that of the batch it is read in.
            return new FeedParse.Failed($"reading it failed: {error.GetType().Name}: {error.Message}");
        }
    }

    private FeedParse Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var isTooLarge = body.Length > limits.MaxBytes;
        var (text, doubtful) = BodyDecoder.Decode(isTooLarge ? body.Span[..limits.MaxBytes] : body.Span, contentType);
        var known = (isTooLarge ? FeedRepairs.TooLarge : 0) | (doubtful ? FeedRepairs.Encoding : 0);
        if (address is { IsAbsoluteUri: false }) address = null;
        var dates = new FeedDates(clock.GetUtcNow());
        var start = text.AsSpan().TrimStart();
        if (start is ['{', ..]) return JsonFeedReader.Read(text, address, limits, dates, known);
        if (NotFeed.Reason(start) is { } reason) return new FeedParse.Failed(reason);
        return ReadXml(start.Length == text.Length ? text : start.ToString(), address, dates, known);
    }

    private FeedParse ReadXml(string text, Uri? address, FeedDates dates, FeedRepairs known)
    {
        var reason = "";
        var root = XmlHealth.LooksSound(text, limits) ? FeedTree.TryLoad(text, out reason) : null;
        if (root is null)
        {
            (text, var repairs) = XmlMender.Mend(text, limits);
            known |= repairs;
            if (text.Length == 0) return new FeedParse.Failed("there is no element in it");
            root = FeedTree.TryLoad(text, out reason);
        }
        if (root is null) return new FeedParse.Failed("it is not well-formed and could not be mended: " + reason);
        return Read(root, text.Contains("base", StringComparison.OrdinalIgnoreCase), address, dates, known);
    }

    private static FeedParse Read(XElement root, bool usesXmlBase, Uri? address, FeedDates dates, FeedRepairs known) =>
        XmlFeedReader.Read(root, address, usesXmlBase, dates.In(FeedDayOrder.Of(root, address))) is { } document
            ? new FeedParse.Parsed(document with { Repairs = known })
            : new FeedParse.Failed($"the root element is {root.Name.LocalName}, which no feed format has");
}
