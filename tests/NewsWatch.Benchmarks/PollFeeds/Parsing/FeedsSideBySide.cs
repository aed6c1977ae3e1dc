using System.Diagnostics;
using System.Globalization;
using CodeHollow.FeedReader;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Benchmarks.PollFeeds.Parsing;

/// <summary>
/// <c>feeds parse FOLDER</c>: every file of a folder read by CodeHollow alone and by the parser, in turn, so that a busy machine slows both alike.
/// A feed's time is the median of its passes.
/// </summary>
internal static class FeedsSideBySide
{
    private const int Passes = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    public static int Run(string folder)
    {
        var bodies = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        var parser = new FeedParser(TimeProvider.System);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
            foreach (var body in bodies)
                Pair(parser, body);

        var times = bodies.Select(_ => (Alone: new List<double>(), Ours: new List<double>())).ToList();
        for (var pass = 0; pass < Passes; pass++)
            for (var at = 0; at < bodies.Count; at++)
            {
                var (alone, ours) = Pair(parser, bodies[at]);
                times[at].Alone.Add(alone);
                times[at].Ours.Add(ours);
            }

        var codeHollow = times.Average(time => Median(time.Alone));
        var parsed = times.Average(time => Median(time.Ours));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bodies.Count} feeds, ms a feed: CodeHollow {codeHollow:f4}, NewsWatch {parsed:f4}, {parsed / codeHollow:f2} times"));
        return 0;
    }

    private static (double Alone, double Ours) Pair(FeedParser parser, byte[] body)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            FeedReader.ReadFromByteArray(body);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // It throws at what it cannot read; the time until then counts.
        }
        var alone = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        parser.Parse(body, null, null);
        return (alone, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
