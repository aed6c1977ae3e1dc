using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using NewsWatch.ExtractArticle.Reading;
using SmartReader;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>
/// <c>reading compare SET…</c>: every page of the sets parsed alone, read by NewsWatch and by SmartReader, in turn, so that a busy machine slows
/// all alike. A page's time is the median of its passes; "of a page" is the page's own ratio to its parse, of time and of bytes allocated. The quality
/// of the text stands beside.
/// </summary>
internal static class ExtractionSideBySide
{
    private const int Passes = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private static readonly (string Name, Func<GoldPage, byte[], string, string> Read)[] Readers =
    [
        ("AngleSharp, parse alone", (_, _, html) => Parse(html)),
        ("NewsWatch", (page, bytes, _) => PageReader.Read(bytes, null, page.Address).Text),
        ("SmartReader", (page, _, html) => SmartReaderText(page, html)),
    ];

    public static int Run(IReadOnlyList<string> sets)
    {
        foreach (var set in sets)
        {
            var pages = GoldPage.Read(set).ToList();
            var started = Stopwatch.GetTimestamp();
            for (var at = 0; Stopwatch.GetElapsedTime(started) < WarmUp; at = (at + 1) % pages.Count)
                Measure(pages[at]);
            var times = pages.Select(_ => Readers.Select(_ => new List<double>()).ToArray()).ToList();
            var bytes = pages.Select(_ => new double[Readers.Length]).ToList();
            var texts = new string[pages.Count][];
            for (var pass = 0; pass < Passes; pass++)
                for (var at = 0; at < pages.Count; at++)
                {
                    var measured = Measure(pages[at]);
                    texts[at] = [.. measured.Select(one => one.Text)];
                    bytes[at] = [.. measured.Select(one => (double)one.Bytes)];
                    for (var reader = 0; reader < Readers.Length; reader++)
                        times[at][reader].Add(measured[reader].Ms);
                }
            Print(pages, times, bytes, texts);
        }
        return 0;
    }

    private static (string Text, double Ms, long Bytes)[] Measure(GoldPage page)
    {
        var bytes = File.ReadAllBytes(page.File);
        var html = File.ReadAllText(page.File);
        return [.. Readers.Select(reader =>
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            var text = reader.Read(page, bytes, html);
            return (text, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
        })];
    }

    private static void Print(List<GoldPage> pages, List<List<double>[]> times, List<double[]> bytes, string[][] texts)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages[0].Set,-26}{"F1",6}{"P",8}{"R",7}  under .5   median ms    times     p95 ms    times   of a page: median    p95   bytes    p95"));
        double floor = 0, floorHigh = 0;
        for (var reader = 0; reader < Readers.Length; reader++)
        {
            var mine = times.Select(page => Quantile(page[reader], 0.5)).ToList();
            var (median, high) = (Quantile(mine, 0.5), Quantile(mine, 0.95));
            if (reader == 0)
                (floor, floorHigh) = (median, high);
            var ratios = times.Select(page => Quantile(page[reader], 0.5) / Quantile(page[0], 0.5)).ToList();
            var allocated = bytes.Select(page => page[reader] / page[0]).ToList();
            var matches = pages.Select((page, at) => Match(page, texts[at][reader])).ToList();
            var (f1, precision, recall) = ShingleScore.Over(matches);
            var quality = reader == 0
                ? new string(' ', 31)
                : string.Create(CultureInfo.InvariantCulture, $"{f1,8:F4}{precision,7:F3}{recall,7:F3}{matches.Count(match => ShingleScore.F1(match) < 0.5),9}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {Readers[reader].Name,-24}{quality}{median,13:F2}{median / floor,9:F2}{high,11:F2}{high / floorHigh,9:F2}{Quantile(ratios, 0.5),20:F2}{Quantile(ratios, 0.95),7:F2}{Quantile(allocated, 0.5),8:F2}{Quantile(allocated, 0.95),7:F2}"));
        }
    }

    private static (int Both, int Extra, int Missed) Match(GoldPage page, string text)
    {
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        return ShingleScore.Compare(
            ShingleScore.Count(ShingleScore.Words(page.Text, vocabulary)), ShingleScore.Count(ShingleScore.Words(text, vocabulary)));
    }

    private static string Parse(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return "";
    }

    private static string SmartReaderText(GoldPage page, string html)
    {
        try
        {
            using var reader = new Reader(page.Address?.AbsoluteUri ?? "https://example.org/", html);
            return reader.GetArticle().TextContent ?? "";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // It throws at what it cannot read; the time until then counts.
            return "";
        }
    }

    private static double Quantile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }
}
