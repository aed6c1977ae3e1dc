using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsWatch.Cli;

/// <summary>The stages and stores a command works with: settings from the data folder and the environment.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Workspace(ServiceProvider services, string folder, bool json)
    {
        this.services = services;
        Folder = folder;
        Json = json;
    }

    /// <summary>The data folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>True where the command prints JSON.</summary>
    public bool Json { get; }

    /// <summary>The services of the stages and stores.</summary>
    public IServiceProvider Services => services;

    /// <summary>Opens the workspace the command line names.</summary>
    /// <exception cref="UsageException">The settings file cannot be read.</exception>
    /// <exception cref="OptionsValidationException">A setting cannot work.</exception>
    /// <param name="parse">The command line.</param>
    /// <param name="given">Settings that the command itself brings; they go over the settings file and the environment.</param>
    /// <param name="dataFolder">The data folder, where it is not the one the command line names.</param>
    /// <param name="checkSettings">False for a command that looks at the settings themselves.</param>
    public static Workspace Open(
        ParseResult parse, IReadOnlyDictionary<string, string?>? given = null, string? dataFolder = null, bool checkSettings = true)
    {
        var folder = dataFolder ?? CommonOptions.DataFolder(parse);
        var configuration = Settings.Read(folder, given);
        var services = new ServiceCollection();
        services.AddLogging(logging => Settings.AddConsole(logging, configuration));
        services.AddSingleton(configuration);
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(configuration);
        services.AddNewsWatchHere(configuration, folder);
        var provider = services.BuildServiceProvider();
        if (checkSettings)
            provider.GetRequiredService<IStartupValidator>().Validate();
        return new(provider, folder, parse.GetValue(CommonOptions.Json));
    }

    /// <summary>Shorthand for a service that must be there.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
