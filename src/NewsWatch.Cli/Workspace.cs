using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Review;
using NewsWatch.Review.Health;
using NewsWatch.Review.Search;
using NewsWatch.Storage;

namespace NewsWatch.Cli;

/// <summary>The stages and stores a command works with: settings from the data folder and the environment.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Workspace(ServiceProvider services, string folder, Screen screen)
    {
        this.services = services;
        Folder = folder;
        Screen = screen;
    }

    /// <summary>The data folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>Where the command prints.</summary>
    public Screen Screen { get; }

    /// <summary>True where the command prints JSON.</summary>
    public bool Json => Screen.Json;

    /// <summary>The services of the stages and stores.</summary>
    public IServiceProvider Services => services;

    /// <summary>Opens the workspace the command line names.</summary>
    /// <exception cref="UsageException">The settings file cannot be read.</exception>
    /// <exception cref="OptionsValidationException">A setting cannot work.</exception>
    /// <param name="parse">The command line.</param>
    /// <param name="given">Settings that the command itself brings; they go over the settings file and the environment.</param>
    /// <param name="dataFolder">The data folder, where it is not the one the command line names.</param>
    /// <param name="checkSettings">False for a command that looks at the settings themselves.</param>
    /// <param name="creates">True for a command that stores something: only such a one makes the store where there is none.</param>
    public static Workspace Open(
        ParseResult parse,
        IReadOnlyDictionary<string, string?>? given = null,
        string? dataFolder = null,
        bool checkSettings = true,
        bool creates = false)
    {
        var folder = dataFolder ?? CommonOptions.DataFolder(parse);
        var configuration = Settings.Read(folder, given);
        var services = new ServiceCollection();
        services.AddLogging(logging => Settings.AddConsole(logging, configuration, parse.GetValue(CommonOptions.Verbose)));
        services.AddSingleton(configuration);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddNewsWatchHere(configuration, folder, creates);
        if (creates)
            services.AddHostTelemetry(configuration, isScraped: false);
        services.AddArticleLookup(
            configuration[$"{ReviewOptions.Section}:{nameof(ReviewOptions.IndexFolder)}"] ?? Path.Combine(folder, "index"));
        var provider = services.BuildServiceProvider();
        if (checkSettings)
            provider.GetRequiredService<IStartupValidator>().Validate();
        HostTelemetry.Start(provider);
        return new(provider, folder, Screen.Of(parse));
    }

    /// <summary>Shorthand for a service that must be there.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>True where nothing was ever stored here.</summary>
    public bool IsEmptyHanded => !Settings.IsAzure(Get<IConfiguration>()) && !LocalStorageServices.IsThere(Folder);

    /// <summary>Where every entry found has ended.</summary>
    public Task<ArticleCounts> CountAsync(CancellationToken cancellation)
        => IsEmptyHanded ? Task.FromResult(ArticleCounts.None) : Get<EntryCounts>().ReadAllAsync(cancellation);

    /// <summary>
    /// What to say where a list is empty: what to do next, or, where nothing was ever stored here, that.
    /// </summary>
    public string Empty(string what, string next) => !IsEmptyHanded
        ? $"{what} {next}"
        : $"{what} Nothing is stored in {Folder} yet: newswatch demo tries it out, newswatch run begins.";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
