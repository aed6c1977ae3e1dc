using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.Fetching;

/// <summary>Registers what this folder holds.</summary>
public static class FetchingServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:Fetching</c>.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
