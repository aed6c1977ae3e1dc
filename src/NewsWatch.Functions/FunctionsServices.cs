using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Review;
using NewsWatch.Storage;

namespace NewsWatch.Functions;

/// <summary>Registers what the functions are given.</summary>
public static class FunctionsServices
{
    /// <summary>Adds the stages, the Azure store and the review site.</summary>
    public static IServiceCollection AddNewsWatchFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddNewsWatch(configuration);
        services.AddAzureStorage(configuration);
        // The Functions host hands every request on from the machine itself: only what it says of itself tells a desk from a server.
        services.AddReview(configuration, isBeyondMachine: configuration["AZURE_FUNCTIONS_ENVIRONMENT"] != "Development");
        services.AddSingleton<ReviewSite>();
        services.AddSingleton<QueueDelivery>();
        return services;
    }
}
