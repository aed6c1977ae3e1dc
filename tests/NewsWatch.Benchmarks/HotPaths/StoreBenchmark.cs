using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>What an article does to the local store on its way: a message sent, taken and done with; a record written and changed; a line of the journal.</summary>
[MemoryDiagnoser]
public class StoreBenchmark : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-store-");
    private readonly ServiceProvider services;
    private readonly IBlobs blobs;
    private readonly IQueues queues;
    private readonly byte[] record = new byte[6 * 1024];
    private int number;

    /// <summary>Makes an empty store.</summary>
    public StoreBenchmark()
    {
        services = new ServiceCollection().AddLocalStorage(folder.FullName).BuildServiceProvider();
        (blobs, queues) = (services.GetRequiredService<IBlobs>(), services.GetRequiredService<IQueues>());
    }

    /// <summary>One message, from sender to done.</summary>
    [Benchmark(Baseline = true)]
    public async Task Message()
    {
        await queues.SendAsync(Pipeline.ClassifyArticle, "a message", TimeSpan.Zero, default);
        foreach (var message in await queues.ReceiveAsync(Pipeline.ClassifyArticle, 1, TimeSpan.FromMinutes(5), default))
            await queues.CompleteAsync(message, default);
    }

    /// <summary>Sixteen at once: those that wait for each other share their flushes.</summary>
    [Benchmark(OperationsPerInvoke = 16)]
    public Task SixteenMessages() => Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Message)));

    /// <summary>A new record, and a change of it.</summary>
    [Benchmark]
    public async Task Record()
    {
        var name = $"articles/{Interlocked.Increment(ref number) % 1000}.json";
        await blobs.WriteAsync(name, record, WriteCondition.Always, default);
        if (await blobs.ReadAsync(name, default) is { } stored)
            await blobs.WriteAsync(name, record, WriteCondition.IfUnchanged(stored.Tag), default);
    }

    /// <summary>A line.</summary>
    [Benchmark]
    public Task Line() => blobs.AppendLineAsync("journal/2026/03/04.jsonl", "{\"kind\":\"found\"}", default);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        services.Dispose();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
