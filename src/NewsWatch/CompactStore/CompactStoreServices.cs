using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsWatch.CompactStore;

/// <summary>Registers what this folder holds.</summary>
public static class CompactStoreServices
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddCompactStore(this IServiceCollection services)
    {
        services.TryAddSingleton<StoreCompactor>();
        return services;
    }
}
