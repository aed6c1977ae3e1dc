using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage.Azure;
using NewsWatch.Telemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsWatch.Cli.Hosting;

/// <summary>Sends spans, metrics and logs to wherever OpenTelemetry's own settings name; nothing is sent where they name nothing.</summary>
internal static class HostTelemetry
{
    /// <summary>Every setting of OpenTelemetry begins with it.</summary>
    public const string Prefix = "OTEL_";

    /// <summary>The framework's own: memory, collections, threads, processor time.</summary>
    private const string Runtime = "System.Runtime";

    /// <summary>Adds what the settings ask for.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="isScraped">True to keep metrics for <c>/metrics</c> as well.</param>
    public static IServiceCollection AddHostTelemetry(this IServiceCollection services, IConfiguration configuration, bool isScraped)
    {
        var (traces, metrics, logs) = (Sends(configuration, "TRACES"), Sends(configuration, "METRICS"), Sends(configuration, "LOGS"));
        if (!traces && !metrics && !logs && !isScraped)
            return services;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource
            .AddService("newswatch", serviceVersion: ProgramVersion.Text)
            .AddEnvironmentVariableDetector());
        if (traces)
            telemetry.WithTracing(tracing => tracing
                .AddSource([TelemetryName.Source, .. BlobSpans.Sources(configuration)])
                .AddOtlpExporter());
        if (metrics || isScraped)
            telemetry.WithMetrics(meters =>
            {
                meters.AddMeter(TelemetryName.Source, Runtime);
                if (isScraped)
                    meters.AddPrometheusExporter();
                if (metrics)
                    meters.AddOtlpExporter();
            });
        if (logs)
        {
            telemetry.WithLogging(logging => logging.AddOtlpExporter());
            // Else a line is its template, with the values beside it.
            services.Configure<OpenTelemetryLoggerOptions>(lines => lines.IncludeFormattedMessage = true);
            // How much is shown on the console is another matter.
            services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(KnownSettings.Root, LogLevel.Information));
        }
        return services;
    }

    /// <summary>Starts what a command without a host of its own has added; what was not sent at its end is sent then.</summary>
    public static void Start(IServiceProvider services)
    {
        services.GetService<TracerProvider>();
        services.GetService<MeterProvider>();
    }

    private static bool Sends(IConfiguration configuration, string signal)
        => !string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
            && (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }
                || configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 });
}
