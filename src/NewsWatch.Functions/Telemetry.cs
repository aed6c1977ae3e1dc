using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage.Azure;
using NewsWatch.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace NewsWatch.Functions;

/// <summary>
/// Sends spans, metrics and logs of the worker to Application Insights, where the settings have its connection string, and to wherever
/// OpenTelemetry's own settings name. The Functions host sends its own, and joins them, where <c>host.json</c> has
/// <c>"telemetryMode": "OpenTelemetry"</c>.
/// </summary>
public static class Telemetry
{
    /// <summary>Application Insights, as the platform names it.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary><c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity, where it takes nobody without one.</summary>
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Adds what the settings ask for, and keeps the frameworks' own logs to what is wrong.</summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration;
        builder.Logging.AddQuietFrameworks(isVerbose: true).AddConfiguration(settings.GetSection("Logging"));
        var toInsights = settings[ApplicationInsights] is { Length: > 0 };
        var toOtlp = settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        if (!toInsights && !toOtlp)
            return builder;
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource([TelemetryName.Source, .. BlobSpans.Sources(settings)]))
            .WithMetrics(meters => meters.AddMeter(TelemetryName.Source));
        telemetry.UseFunctionsWorkerDefaults();
        // Else a line is its template, with the values beside it.
        builder.Services.Configure<OpenTelemetryLoggerOptions>(lines => lines.IncludeFormattedMessage = true);
        if (toInsights)
            telemetry.UseAzureMonitorExporter(exporter => exporter.Credential = CredentialIn(settings[Authentication]));
        if (toOtlp)
            telemetry.UseOtlpExporter();
        return builder;
    }

    /// <summary>The identity that the platform's setting names; null where the connection string alone is enough.</summary>
    internal static TokenCredential? CredentialIn(string? authentication)
    {
        var parts = (authentication ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(part => part.Key, part => part.First()[1], StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("Authorization", out var kind) || !kind.Equals("AAD", StringComparison.OrdinalIgnoreCase))
            return null;
        return new ManagedIdentityCredential(parts.TryGetValue("ClientId", out var id)
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned);
    }
}
