using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsWatch.Poison;

/// <summary>Registers what this folder holds.</summary>
public static class PoisonServices
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddPoison(this IServiceCollection services)
    {
        services.TryAddSingleton<PoisonDesk>();
        services.TryAddSingleton<PoisonCollector>();
        return services;
    }
}
