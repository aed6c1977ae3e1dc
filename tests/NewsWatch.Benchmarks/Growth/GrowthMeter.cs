using System.Diagnostics;
using System.Globalization;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>
/// Measures what one thing takes of this process, and prints it as a row: processor time, which a busy machine does not change as it does the
/// clock's, what was asked of the store, and memory taken and given back.
/// </summary>
internal sealed class GrowthMeter(CountingBlobs blobs, int articles)
{
    /// <summary>What the rows have.</summary>
    public const string Head = """
        | what | articles | processor, ms | blobs read | KB read | names listed | writes | KB written | MB allocated |
        |---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>Does it once, or some times after a first that does not count, and prints what one time took.</summary>
    public async Task MeasureAsync(string what, int times, Func<Task> one)
    {
        if (times > 1)
            await one();
        blobs.Take();
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        for (var time = 0; time < times; time++)
            await one();
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        var asked = blobs.Take();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {articles} | {processor.TotalMilliseconds / times:0.0} | {Each(asked.Reads, times)} | {Each(asked.BytesRead / 1000.0, times)} | {Each(asked.Listed, times)} | {Each(asked.Writes, times)} | {Each(asked.BytesWritten / 1000.0, times)} | {allocated / 1e6 / times:0.00} |"));
    }

    /// <summary>Prints the most memory that this process ever held.</summary>
    public void PrintPeak(string what)
    {
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what}: peak memory {own.PeakWorkingSet64 / 1e6:0} MB | {articles} | | | | | | | |"));
    }

    private static string Each(double count, int times) => (count / times).ToString("0.#", CultureInfo.InvariantCulture);
}
