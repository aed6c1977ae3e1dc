using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;

namespace NewsWatch.Tests.Cli;

/// <summary><c>newswatch run --worker</c>, of which there may be several beside one that polls.</summary>
public sealed class WorkerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_folder_takes_no_workers()
    {
        var ended = await BuiltProgram.RunAsync("run", "--worker", "--data", folder.Path);
        Assert.Equal(2, ended.Code);
        Assert.Contains("--worker wants a store that several processes can share: set NewsWatchStorage.", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_works_the_queues_and_keeps_no_clock()
    {
        Assert.Equal([nameof(PumpWorker)], await LoopsAsync(isWorker: true));
        Assert.Equal([nameof(NoticeClock), nameof(PollClock), nameof(PumpWorker), nameof(UpkeepClock)], await LoopsAsync(isWorker: false));
    }

    public void Dispose() => folder.Dispose();

    private async Task<IEnumerable<string>> LoopsAsync(bool isWorker)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("NewsWatchStorage", "UseDevelopmentStorage=true")]).Build();
        await using var app = EmbeddedHost.Build(settings, folder.Path, "127.0.0.1:0", Screen.ForMachines(), isVerbose: false, isWorker);
        return [.. app.Services.GetServices<IHostedService>().Select(service => service.GetType())
            .Where(type => type.Namespace == typeof(EmbeddedHost).Namespace).Select(type => type.Name).Order(StringComparer.Ordinal)];
    }
}
