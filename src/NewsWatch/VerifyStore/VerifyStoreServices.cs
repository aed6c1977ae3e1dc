using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsWatch.VerifyStore;

/// <summary>Registers what this folder holds.</summary>
public static class VerifyStoreServices
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddVerifyStore(this IServiceCollection services)
    {
        services.TryAddSingleton<StoreVerifier>();
        services.TryAddSingleton<StoreSweeper>();
        return services;
    }
}
