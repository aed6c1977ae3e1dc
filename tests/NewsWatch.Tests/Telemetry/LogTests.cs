using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli;
using NewsWatch.Review;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

public sealed partial class LogTests
{
    [Fact]
    public void Every_value_in_a_log_message_has_a_name_that_is_listed()
    {
        Assembly[] assemblies = [typeof(NewsWatchServices).Assembly, typeof(ReviewOptions).Assembly, typeof(LocalStorageServices).Assembly, typeof(CommandLine).Assembly];
        var used = assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method, method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(pair => pair.Item2 is not null)
            .SelectMany(pair => Name().Matches(pair.Item2!.Message).Select(match => (Key: match.Groups[1].Value, Where: $"{pair.method.DeclaringType}.{pair.method.Name}")))
            .ToList();
        Assert.True(used.Count > 40, $"Only {used.Count} were found.");
        Assert.All(used, one => Assert.True(LogKeys.All.ContainsKey(one.Key), $"{one.Where} has {{{one.Key}}}, which is not among the keys of LogKeys."));
        Assert.All(LogKeys.All.Keys, key => Assert.True(used.Exists(one => one.Key == key), $"{key} is listed, and nothing is logged under it."));
    }

    [Fact]
    public void The_attempts_of_each_fetch_are_not_logged_unless_the_settings_ask_for_them()
    {
        Assert.Equal(["NewsWatch.PollFeeds", "Azure.Core!"], Logged([]));
        Assert.Equal(
            ["NewsWatch.PollFeeds", "Polly", "Polly!", "Azure.Core!"], Logged(new() { ["Logging:LogLevel:Polly"] = "Information" }));

        static IEnumerable<string> Logged(Dictionary<string, string?> settings)
        {
            var kept = new KeptLogs();
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
            using var services = new ServiceCollection().AddLogging(logging => logging
                .AddQuietFrameworks(isVerbose: true).AddConfiguration(configuration.GetSection("Logging")).AddProvider(kept)).BuildServiceProvider();
            foreach (var category in new[] { "NewsWatch.PollFeeds", "Polly", "Azure.Core" })
            {
                var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
                log.Log(LogLevel.Information, default, category, null, (state, _) => state);
                if (category != "NewsWatch.PollFeeds")
                    log.Log(LogLevel.Warning, default, $"{category}!", null, (state, _) => state);
            }
            return kept.Lines;
        }
    }

    [GeneratedRegex(@"\{([A-Za-z]+)")]
    private static partial Regex Name();
}

/// <summary>Keeps what is logged.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Lines.Enqueue(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
