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
    /// <param name="bounds">What this feed may cost; null for what the parser was made with.</param>
    /// <param name="cancellation">Stops between two entries, or two tags of one that must be mended.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public FeedParse Parse(
        ReadOnlyMemory<byte> body, string? contentType, Uri? address, FeedLimits? bounds = null, CancellationToken cancellation = default)
    {
        try
        {
            var parse = Read(body, contentType, address, new(bounds ?? limits, new(clock.GetUtcNow()), cancellation));
            return parse is FeedParse.Parsed parsed ? new FeedParse.Parsed(Counted(parsed.Document, body.Span)) : parse;
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            // A defect no one has thought of is this feed's failure, not that of the batch it is read in.
            return new FeedParse.Failed($"reading it failed: {error.GetType().Name}: {error.Message}");
        }
    }

    private static FeedParse Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address, Reading reading)
    {
        var most = reading.Limits.MaxBytes;
        var isTooLarge = body.Length > most;
        var (text, doubtful) = BodyDecoder.Decode(isTooLarge ? body.Span[..most] : body.Span, contentType);
        var known = (isTooLarge ? FeedRepairs.TooLarge : 0) | (doubtful ? FeedRepairs.Encoding : 0);
        if (address is { IsAbsoluteUri: false }) address = null;
        var start = text.AsSpan().TrimStart();
        if (start is ['{', ..]) return JsonFeedReader.Read(text, address, reading, known);
        if (NotFeed.Reason(start) is { } reason) return new FeedParse.Failed(reason);
        return ReadXml(start.Length == text.Length ? text : start.ToString(), address, reading, known);
    }

    private static FeedParse ReadXml(string text, Uri? address, Reading reading, FeedRepairs known)
    {
        var reason = "";
        var root = XmlHealth.LooksSound(text, reading.Limits) ? FeedTree.TryLoad(text, out reason) : null;
        if (root is null)
        {
            (text, var repairs) = XmlMender.Mend(text, reading.Limits, reading.Cancellation);
            known |= repairs;
            if (text.Length == 0) return new FeedParse.Failed("there is no element in it");
            root = FeedTree.TryLoad(text, out reason);
        }
        if (root is null) return new FeedParse.Failed("it is not well-formed and could not be mended: " + reason);
        var ordered = reading with { Dates = reading.Dates.In(FeedDayOrder.Of(root, address)) };
        return XmlFeedReader.Read(root, address, text.Contains("base", StringComparison.OrdinalIgnoreCase), ordered) is { } document
            ? new FeedParse.Parsed(document with { Repairs = known })
            : new FeedParse.Failed($"the root element is {root.Name.LocalName}, which no feed format has");
    }

    /// <summary>What was left for being too much is counted by the tags that begin an entry, without reading it.</summary>
    private static FeedDocument Counted(FeedDocument document, ReadOnlySpan<byte> body)
        => document.Left > 0 || !document.Repairs.HasFlag(FeedRepairs.TooLarge)
            ? document
            : document with { Left = Math.Max(0, Count(body, "<item"u8) + Count(body, "<entry"u8) - document.Entries.Count) };

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> tag)
    {
        var count = 0;
        for (var at = body.IndexOf(tag); at >= 0; at = body.IndexOf(tag))
        {
            body = body[(at + tag.Length)..];
            if (body is [(byte)'>' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/', ..]) count++;
        }
        return count;
    }

    /// <summary>One reading: its bounds, the present, and whether it is still wanted.</summary>
    internal sealed record Reading(FeedLimits Limits, FeedDates Dates, CancellationToken Cancellation);
}
