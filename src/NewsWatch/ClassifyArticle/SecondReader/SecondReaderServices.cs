using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Registers what this folder holds.</summary>
internal static class SecondReaderServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:ClassifyArticle:SecondReader</c>.</summary>
    public static IServiceCollection AddSecondReader(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SecondReaderOptions>().Bind(configuration.GetSection(SecondReaderOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SecondReaderOptions>, SecondReaderOptionsValidator>());
        // No loggers: the request carries the key. No redirects: they could carry articles to where nobody wanted them.
        services.AddHttpClient(ChatEndpoint.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ActivityHeadersPropagator = null,
            })
            .AddHttpMessageHandler(provider => new BoundedAnswer(provider.GetRequiredService<IOptions<SecondReaderOptions>>().Value.ApiKey is not null))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton<ChatEndpoint>();
        services.TryAddSingleton<CallBudget>();
        services.TryAddSingleton<ModelReader>();
        services.TryAddSingleton(provider => new BorderlineReader(
            provider.GetRequiredService<IOptions<SecondReaderOptions>>(), provider.GetRequiredService<ModelReader>()));
        services.TryAddSingleton(provider => new DevelopmentReader(
            provider.GetRequiredService<IOptions<SecondReaderOptions>>(), provider.GetRequiredService<ModelReader>()));
        return services;
    }
}
