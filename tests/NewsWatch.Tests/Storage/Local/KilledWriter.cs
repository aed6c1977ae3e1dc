using System.Globalization;
using NewsWatch.Storage;
using NewsWatch.Storage.Local;
using NewsWatch.Tests.Attacks;
using NewsWatch.Tests.SendAlerts.Week;

namespace NewsWatch.Tests.Storage.Local;

/// <summary>The test assembly as a program of its own: writes to a store as fast as it can, and says each thing it has done.</summary>
internal static class KilledWriter
{
    public const string Verb = "write-until-killed";
    public const string Lines = "journal/2026/01/01.jsonl";
    public const string Queue = "extract-article";

    public static async Task<int> Main(string[] args)
    {
        if (args is [AlertWorker.Verb, var data])
            return await AlertWorker.RunAsync(data);
        if (args is [KilledReader.Verb, var store, var deadly])
            return await KilledReader.RunAsync(store, deadly);
        if (args is not [Verb, var folder, var writer])
            return 2;
        var blobs = new FolderBlobs(new(folder));
        using var queues = new SqliteQueues(new(folder), TimeProvider.System);
        for (var number = 1; ; number++)
        {
            await blobs.AppendLineAsync(Lines, $"line {writer} {number} {new string('x', 2000)}", default);
            Console.WriteLine($"line {writer} {number}");
            var content = BlobsContract.Bytes(string.Join('\n', Enumerable.Repeat(number.ToString(CultureInfo.InvariantCulture), 50_000)));
            await blobs.WriteAsync($"feeds/{writer}.json", content, WriteCondition.Always, default);
            Console.WriteLine($"blob {writer} {number}");
            await queues.SendAsync(Queue, $"sent {writer} {number}", TimeSpan.Zero, default);
            Console.WriteLine($"sent {writer} {number}");
        }
    }
}
