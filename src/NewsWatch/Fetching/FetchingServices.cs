using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Pacing;
using NewsWatch.Fetching.Robots;
using NewsWatch.Storage;
using Polly;

namespace NewsWatch.Fetching;

/// <summary>Registers what this folder holds.</summary>
public static class FetchingServices
{
    private const int MaxPostAnswerBytes = 64 * 1024;

    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:Fetching</c>.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<FetchingOptions>().Bind(configuration.GetSection(FetchingOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>();
        services.TryAddSingleton<ResolveHost>(_ => Dns.GetHostAddressesAsync);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton(Calendars);
        services.AddSingleton(provider => new RobotsShelf(
            SharedBlobs(provider), provider.GetService<DamagedRecords>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HostPacer>();
        services.AddSingleton<HttpExchange>();
        services.AddSingleton<RedirectFollower>();
        services.AddSingleton<RobotsGate>();
        services.AddSingleton<IFetcher, GuardedFetcher>();

        // The queue delivers again what failed; here only a connection that could not be made is tried once more.
        services.AddGuardedClient(GuardedClients.Get)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("connect", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(300),
                ShouldHandle = attempt => ValueTask.FromResult(IsConnectionFailure(attempt.Outcome.Exception)),
            }));
        services.AddGuardedClient(GuardedClients.Post).ConfigureHttpClient((provider, client) =>
        {
            var options = provider.GetRequiredService<IOptions<FetchingOptions>>().Value;
            client.Timeout = options.Timeout;
            client.MaxResponseContentBufferSize = MaxPostAnswerBytes;
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgentLine);
        });
        return services;
    }

    /// <summary>Alone on its store, a process keeps the hosts' pace in memory; else all share it through the store.</summary>
    private static IHostCalendars Calendars(IServiceProvider provider)
        => SharedBlobs(provider) is { } blobs
            ? new StoredCalendars(blobs, provider.GetRequiredService<DamagedRecords>(), provider.GetRequiredService<TimeProvider>())
            : new MemoryCalendars(provider.GetRequiredService<TimeProvider>());

    private static IBlobs? SharedBlobs(IServiceProvider provider)
        => provider.GetService<IBlobs>() is { IsShared: true } blobs ? blobs : null;

    // No loggers: the addresses of webhooks are secrets.
    private static IHttpClientBuilder AddGuardedClient(this IServiceCollection services, string name)
        => services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<GuardedConnector>().CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static bool IsConnectionFailure(Exception? failure)
        => failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError, InnerException: not ForbiddenAddressException };
}
