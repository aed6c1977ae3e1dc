using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch extract FOLDER --output OUT.json</c>: many pages without a network, each timed.</summary>
internal static class ExtractFolder
{
    /// <summary>Cold code is several times slower; what counts is the pace of a long run.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    /// <summary>A page's time is the median of this many readings.</summary>
    private const int Passes = 3;

    /// <summary>Reads <c>{id}.html</c> and <c>urls.json</c> (<c>{id: url}</c>, optional) of a folder, writes <c>{id: {...}}</c>.</summary>
    /// <exception cref="FailureException">The folder holds no pages, or its urls.json is no such object.</exception>
    public static async Task RunAsync(string folder, string output, Screen screen, CancellationToken cancellation)
    {
        var files = Directory.GetFiles(folder, "*.html");
        if (files.Length == 0)
            throw new FailureException($"{folder} holds no .html files.");
        Array.Sort(files, StringComparer.Ordinal);
        var addresses = Addresses(folder);

        await OutputFile.WriteAsync(output, stream => Meter.ShowAsync(screen.Beside(output), "Warming up", async meter =>
        {
            WarmUpOn(files, addresses, cancellation);
            meter.Say("Reading pages");
            meter.Expect(files.Length);
            await using var writer = new Utf8JsonWriter(
                stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            writer.WriteStartObject();
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(writer, Path.GetFileNameWithoutExtension(file), file, addresses);
                meter.Step();
            }
            writer.WriteEndObject();
            return true;
        }));
    }

    private static void WarmUpOn(string[] files, Dictionary<string, string> addresses, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                Read(file, addresses);
                if (Stopwatch.GetElapsedTime(started) >= WarmUp)
                    break;
            }
    }

    private static void Write(Utf8JsonWriter writer, string id, string file, Dictionary<string, string> addresses)
    {
        var times = new double[Passes];
        PageReading reading = null!;
        for (var pass = 0; pass < Passes; pass++)
            (reading, times[pass]) = Read(file, addresses);
        Array.Sort(times);

        writer.WriteStartObject(id);
        if (reading.Kind is PageKind.Unreadable)
        {
            writer.WriteString("error", reading.Reason);
        }
        else
        {
            writer.WriteString("text", reading.Text);
            writer.WriteString("title", reading.Title);
            writer.WriteString("author", reading.Authors.Count == 0 ? null : string.Join(", ", reading.Authors));
            writer.WriteString("date", ExtractPrinter.Date(reading.Published, reading.PublishedPrecision));
            writer.WriteString("language", reading.Language);
            writer.WriteString("kind", reading.Kind.ToString());
        }
        writer.WriteNumber("ms", Math.Round(times[Passes / 2], 4));
        writer.WriteEndObject();
    }

    private static (PageReading Reading, double Ms) Read(string file, Dictionary<string, string> addresses)
    {
        var body = File.ReadAllBytes(file);
        var address = addresses.TryGetValue(
            Path.GetFileNameWithoutExtension(file), out var url) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? uri
            : null;
        var clock = Stopwatch.GetTimestamp();
        var reading = PageReader.Read(body, null, address);
        return (reading, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static Dictionary<string, string> Addresses(string folder)
    {
        var file = Path.Combine(folder, "urls.json");
        if (!File.Exists(file))
            return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file, Encoding.UTF8));
            return json.RootElement.EnumerateObject().ToDictionary(page => page.Name, page => page.Value.GetString() ?? "");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FailureException($"{file} is not an object of addresses by id: {failure.Message}", failure);
        }
    }
}
