using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds;

/// <summary>Registers what this folder holds.</summary>
public static class PollFeedsServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:PollFeeds</c>.</summary>
    public static IServiceCollection AddPollFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<FeedParser>();
        return services;
    }
}
