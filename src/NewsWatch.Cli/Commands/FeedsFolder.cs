using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Cli.Commands;

/// <summary>Many stored feeds, each parsed and timed.</summary>
internal static class FeedsFolder
{
    /// <summary>Cold code is several times slower; what counts is the pace of a long run.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    private static readonly FeedLimits Limits = new();

    /// <summary>Reads <c>index.json</c> and <c>feeds/{id}</c> of a folder, writes <c>{id: {...}}</c>.</summary>
    /// <exception cref="UsageException">The folder has no index.json of that shape, or a feed it lists is missing.</exception>
    public static async Task<int> RunAsync(string folder, string output, int passes, Screen screen, CancellationToken cancellation)
    {
        var sources = FeedsIndex.Read(folder);
        var parser = new FeedParser(TimeProvider.System, Limits);
        await OutputFile.WriteAsync(output, stream => Meter.ShowAsync(screen.Beside(output), "Parsing feeds", async meter =>
        {
            var times = Measure(parser, sources, passes, cancellation);
            meter.Expect(sources.Count);
            await using var writer = new Utf8JsonWriter(
                stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            writer.WriteStartObject();
            foreach (var (source, measured) in sources.Zip(times))
            {
                measured.Sort();
                writer.WriteStartObject(source.Id);
                Write(writer, Parse(parser, source).Read);
                if (measured.Count > 0) writer.WriteNumber("ms", Math.Round(measured[measured.Count / 2], 4));
                writer.WriteEndObject();
                meter.Step();
            }
            writer.WriteEndObject();
            return true;
        }));
        return 0;
    }

    private static List<List<double>> Measure(FeedParser parser, List<StoredFeed> sources, int passes, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (passes > 0 && Stopwatch.GetElapsedTime(started) < WarmUp)
            foreach (var source in sources)
            {
                cancellation.ThrowIfCancellationRequested();
                Parse(parser, source);
            }
        var times = sources.Select(_ => new List<double>()).ToList();
        for (var pass = 0; pass < passes; pass++)
            for (var at = 0; at < sources.Count; at++)
                times[at].Add(Parse(parser, sources[at]).Ms);
        return times;
    }

    private static (FeedParse Read, double Ms) Parse(FeedParser parser, StoredFeed source)
    {
        var body = Load(source.File);
        var clock = Stopwatch.GetTimestamp();
        var read = parser.Parse(body, source.ContentType, source.Address);
        return (read, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    // One byte beyond the bound tells the parser that there is more.
    private static byte[] Load(string path)
    {
        using var file = File.OpenHandle(path);
        var body = new byte[Math.Min(RandomAccess.GetLength(file), Limits.MaxBytes + 1L)];
        var length = RandomAccess.Read(file, body, 0);
        return length == body.Length ? body : body[..length];
    }

    private static void Write(Utf8JsonWriter writer, FeedParse read)
    {
        if (read is FeedParse.Failed failed)
        {
            writer.WriteString("error", failed.Reason);
            return;
        }
        var document = ((FeedParse.Parsed)read).Document;
        writer.WriteStartObject("feed");
        writer.WriteString("title", document.Title);
        writer.WriteString("link", document.Link);
        writer.WriteEndObject();
        writer.WriteStartArray("items");
        foreach (var entry in document.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("title", entry.Title);
            writer.WriteString("link", entry.Link);
            writer.WriteString("id", entry.Id);
            writer.WriteString("published", Iso(entry.Published));
            writer.WriteString("updated", Iso(entry.Updated));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (document.Repairs != FeedRepairs.None) writer.WriteString("repairs", document.Repairs.ToString());
    }

    private static string? Iso(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
