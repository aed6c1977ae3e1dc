using Microsoft.Extensions.Logging;

namespace NewsWatch.Telemetry;

/// <summary>What frameworks have to say, and nobody wants to read.</summary>
public static class QuietLogs
{
    /// <summary>
    /// Keeps the frameworks to what is wrong. To be called before the host's own <c>Logging</c> settings are added, which then go over it.
    /// In the process that logs: what a function app's worker sends on, its host knows as <c>Function.NAME.User</c> only.
    /// </summary>
    /// <param name="logging">Where to.</param>
    /// <param name="isVerbose">True for their warnings of requests too.</param>
    public static ILoggingBuilder AddQuietFrameworks(this ILoggingBuilder logging, bool isVerbose) => logging
        // A page that is viewed is no event: the framework warns of its own headers and cookies at each.
        .AddFilter("Microsoft.AspNetCore", LogLevel.Error)
        .AddFilter("System.Net.Http", isVerbose ? LogLevel.Warning : LogLevel.Error)
        // It tells each attempt of each fetch, and how a fetch ended is told by whoever asked for it.
        .AddFilter("Polly", LogLevel.Error)
        // Each request to the store, with its address.
        .AddFilter("Azure", LogLevel.Warning);
}
