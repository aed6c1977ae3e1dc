using System.Diagnostics;
using System.Globalization;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Storage.Local;

/// <summary>What processes killed in the middle of writing leave: everything they were told is done, and nothing half done.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_is_there_whole_and_the_next_writer_goes_on()
    {
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < 3; round++)
        {
            var said = await Task.WhenAll(RunUntilKilledAsync($"{round}a", 20 + (7 * round)), RunUntilKilledAsync($"{round}b", 25));
            acknowledged.UnionWith(said.SelectMany(lines => lines));
        }

        var blobs = new FolderBlobs(new(folder.Path));
        using var queues = new SqliteQueues(new(folder.Path), TimeProvider.System);
        await blobs.AppendLineAsync(KilledWriter.Lines, "last", default);
        var lines = (await BlobsContract.TextAsync(blobs, KilledWriter.Lines)).Split('\n');
        Assert.Equal(["last", ""], lines[^2..]);
        Assert.All(lines[..^2], line => Assert.Matches("^line [0-2][ab] [0-9]+ x{2000}$", line));
        var written = lines.Select(line => line.TrimEnd('x', ' ')).ToHashSet();
        var sent = new HashSet<string>();
        while (await queues.ReceiveAsync(KilledWriter.Queue, 32, TimeSpan.FromHours(1), default) is [_, ..] messages)
            sent.UnionWith(messages.Select(message => message.Body));
        Assert.Empty(acknowledged.Where(said => said.StartsWith("line", StringComparison.Ordinal)).Except(written));
        Assert.Empty(acknowledged.Where(said => said.StartsWith("sent", StringComparison.Ordinal)).Except(sent));
        foreach (var said in acknowledged.Where(said => said.StartsWith("blob", StringComparison.Ordinal)).GroupBy(said => said.Split(' ')[1]))
        {
            var numbers = (await BlobsContract.TextAsync(blobs, $"feeds/{said.Key}.json")).Split('\n').Distinct();
            Assert.True(int.Parse(Assert.Single(numbers), CultureInfo.InvariantCulture) >= said.Count());
        }
    }

    // Reads what the writer says it has done, and kills it while it does more.
    private async Task<List<string>> RunUntilKilledAsync(string writer, int lines)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(KilledWriter).Assembly.Location, KilledWriter.Verb, folder.Path, writer },
            RedirectStandardOutput = true,
        })!;
        List<string> said = [];
        while (said.Count < lines && await process.StandardOutput.ReadLineAsync() is { } line)
            said.Add(line);
        process.Kill();
        said.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.WaitForExitAsync();
        Assert.True(said.Count >= lines, $"the writer ended by itself after {said.Count} lines");
        return said;
    }
}
