using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli.Hosting;
using NewsWatch.Storage;

namespace NewsWatch.Cli;

/// <summary>Settings of the embedded host: <c>newswatch.json</c> in the data folder, then the environment.</summary>
internal static class Settings
{
    /// <summary>Name of the settings file in the data folder; it may be missing.</summary>
    public const string FileName = "newswatch.json";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="UsageException">The file is there but cannot be read as JSON.</exception>
    public static IConfigurationRoot Read(string folder, IReadOnlyDictionary<string, string?>? defaults = null)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            var builder = new ConfigurationBuilder().AddInMemoryCollection(defaults);
            if (File.Exists(file))
                builder.AddJsonFile(file, optional: false, reloadOnChange: false);
            return builder.AddEnvironmentVariables().Build();
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            var why = (failure.InnerException ?? failure).Message;
            throw new UsageException($"{file} cannot be read as settings ({why}). Mend or remove it.", failure);
        }
    }

    /// <summary>The stages, and the store the settings name: Azure where <c>NewsWatchStorage</c> is set, else the data folder.</summary>
    public static IServiceCollection AddNewsWatchHere(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.AddNewsWatch(configuration);
        services.AddSingleton<QueuePumps>();
        services.AddSingleton<OnePass>();
        return services.AddLocalStorage(folder);
    }

    /// <summary>Warnings to standard error, more where the settings ask for it.</summary>
    public static void AddConsole(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
