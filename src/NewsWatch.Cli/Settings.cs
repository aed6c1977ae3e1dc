using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Review;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli;

/// <summary>Settings of the embedded host: <c>newswatch.json</c> in the data folder, then the environment.</summary>
internal static class Settings
{
    /// <summary>Name of the settings file in the data folder; it may be missing.</summary>
    public const string FileName = "newswatch.json";

    /// <summary>
    /// Set to true: everything stays in the data folder, even where the settings have a connection <c>NewsWatchStorage</c>.
    /// </summary>
    public const string LocalStorage = "NewsWatch:Storage:Local";

    private static readonly string[] Names = [KnownSettings.Root, PollSchedule.Key, "NewsWatchStorage", "Logging"];

    /// <summary>Reads the settings.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="given">What the command line itself says; it goes over file and environment.</param>
    /// <exception cref="UsageException">The file is there but cannot be read as JSON.</exception>
    public static IConfigurationRoot Read(string folder, IReadOnlyDictionary<string, string?>? given = null)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            var builder = new ConfigurationBuilder();
            if (File.Exists(file))
            {
                builder.AddJsonFile(file, optional: false, reloadOnChange: false);
                CheckNames(file, builder.Build());
            }
            return builder.AddEnvironmentVariables().AddInMemoryCollection(given).Build();
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            var why = (failure.InnerException ?? failure).Message;
            throw new UsageException($"{file} cannot be read as settings ({why}). Mend or remove it.", failure);
        }
    }

    /// <summary>Those of OpenTelemetry have its own names, whichever there are.</summary>
    private static bool IsOurs(string name)
        => Names.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith(HostTelemetry.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>False where there is no settings file and no variable that could be one of the settings: every setting is its default.</summary>
    public static bool AreGiven(string folder) => File.Exists(Path.Combine(folder, FileName))
        || Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(
            variable => Names.Any(name => variable.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The environment holds much that is not ours; the file holds nothing else.</summary>
    private static void CheckNames(string file, IConfigurationRoot settings)
    {
        if (settings.GetChildren().FirstOrDefault(child => !IsOurs(child.Key)) is { } odd)
            throw new UsageException(
                $"{file}: {odd.Key} is no setting{NearestWord.Hint(odd.Key, Names)}. There are {string.Join(", ", Names)} and {HostTelemetry.Prefix}….");
    }

    /// <summary>The stages, and the store the settings name: Azure where <c>NewsWatchStorage</c> is set, else the data folder.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="creates">True to make the store where the folder has none; false to find it empty then.</param>
    public static IServiceCollection AddNewsWatchHere(
        this IServiceCollection services, IConfiguration configuration, string folder, bool creates = true)
    {
        services.AddNewsWatch(configuration);
        services.AddSettingsOf(typeof(ReviewOptions).Assembly, LocalStorage, "NewsWatch:Storage:Container");
        services.AddSingleton<QueuePumps>();
        services.AddSingleton<OnePass>();
        if (IsAzure(configuration))
            services.AddAzureStorage(configuration);
        else if (creates || LocalStorageServices.IsThere(folder))
            services.AddLocalStorage(folder);
        else
            services.AddAbsentStorage(folder);
        return services.AddBell();
    }

    /// <summary>Puts the bell before the queues of whichever store it is.</summary>
    private static IServiceCollection AddBell(this IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(IQueues));
        services.Remove(store);
        services.AddSingleton<QueueBell>();
        return services.AddSingleton<IQueues>(provider => new RingingQueues(
            (IQueues)(store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)),
            provider.GetRequiredService<QueueBell>()));
    }

    /// <summary>True where the store is in Azure, not in the data folder.</summary>
    public static bool IsAzure(IConfiguration configuration) => configuration.HasAzureStorage() && configuration[LocalStorage] != "true";

    /// <summary>Warnings to standard error, more with <c>--verbose</c> or where the settings ask for it.</summary>
    /// <param name="logging">Where to.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="isVerbose">True for what is told besides warnings, and for where failures came from.</param>
    /// <param name="asJson">True for a JSON object a line, for a service's log; else a line for people.</param>
    public static void AddConsole(ILoggingBuilder logging, IConfiguration configuration, bool isVerbose, bool asJson = false)
    {
        logging.SetMinimumLevel(isVerbose ? LogLevel.Information : LogLevel.Warning);
        logging.AddQuietFrameworks(isVerbose);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.Services.AddSingleton<ConsoleFormatter, LogLines>().Configure<LogLinesOptions>(lines => lines.ShowsOrigin = isVerbose);
        if (asJson)
            logging.Configure(tracked => tracked.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId)
                .AddConsole(console => console.FormatterName = ShownJson.FormatterName)
                .Services.AddSingleton<ConsoleFormatter, ShownJson>().Configure<JsonConsoleFormatterOptions>(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
                json.JsonWriterOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        else
            logging.AddConsole(console => console.FormatterName = LogLines.FormatterName);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
