using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.Benchmarks.ExtractArticle.Reading;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>
/// What classifying real texts costs, warmed up: megabytes of UTF-8 a second of processor time, the median time of a text, and memory
/// allocated for one; apart for texts without an agreement and with one.
/// </summary>
internal static class ReadingSpeed
{
    private const int Rounds = 7;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    /// <summary>Measures.</summary>
    /// <param name="sources">Folders with a <c>gold.json</c>, or files of records with <c>title</c> and <c>text</c> a line.</param>
    public static int Run(IEnumerable<string> sources)
    {
        var classifier = new AgreementClassifier();
        var texts = sources.SelectMany(Read).ToList();
        var parts = texts.ToLookup(text => classifier.Classify(text).Flagged);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
            foreach (var text in texts)
                classifier.Classify(text);

        foreach (var flagged in new[] { false, true })
        {
            var part = parts[flagged].ToList();
            if (part.Count == 0)
                continue;
            var bytes = part.Sum(text => (long)Encoding.UTF8.GetByteCount(text.Title) + Encoding.UTF8.GetByteCount(text.Text));
            var seconds = Enumerable.Range(0, Rounds).Select(_ => ProcessorTime(() => part.ForEach(text => classifier.Classify(text)))).Order().ToList()[Rounds / 2];
            var median = part.Select(text => Time(() => classifier.Classify(text))).Order().ToList()[part.Count / 2];
            var before = GC.GetAllocatedBytesForCurrentThread();
            part.ForEach(text => classifier.Classify(text));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(flagged ? "with" : "without"),-7} an agreement: {part.Count} texts, {bytes / 1e6:0.00} MB, {bytes / 1e6 / seconds:0.0} MB/s, median {median * 1000:0.000} ms, {allocated / 1024.0 / part.Count:0.0} KB allocated a text"));
        }

        return 0;
    }

    private static IEnumerable<ClassifierInput> Read(string source)
        => Directory.Exists(source)
            ? GoldPage.Read(source).Select(page => new ClassifierInput(page.Title ?? "", page.Text))
            : File.ReadLines(source).Where(line => line.Length > 0).Select(Record);

    private static ClassifierInput Record(string line)
    {
        using var record = JsonDocument.Parse(line);
        return new(record.RootElement.GetProperty("title").GetString() ?? "", record.RootElement.GetProperty("text").GetString() ?? "");
    }

    /// <summary>Of the whole process, so that collecting what is thrown away counts.</summary>
    private static double ProcessorTime(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
