namespace NewsWatch.Tests.Cli;

/// <summary>A data folder with what one demo left, made once by the built program, for tests that look at it.</summary>
public sealed class DemoFolder : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The option that names the folder.</summary>
    public string[] Data => ["--data", folder.Path];

    /// <summary>How the demo ended, run in a pipe.</summary>
    internal Ended Demo { get; private set; } = null!;

    /// <summary>The folder.</summary>
    public string Path => folder.Path;

    /// <summary>A path beside the data, for files that a test writes.</summary>
    public string Combine(params string[] parts) => folder.Combine(parts);

    public async Task InitializeAsync() => Demo = await BuiltProgram.RunAsync(["demo", "--once", .. Data]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}

/// <summary>Tests on one demo's data, one after the other.</summary>
[CollectionDefinition(nameof(DemoCollection))]
public sealed class DemoCollection : ICollectionFixture<DemoFolder>;
