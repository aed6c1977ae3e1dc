using Microsoft.Azure.Functions.Worker;
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
        services.AddReview(configuration);
        services.AddSingleton<ReviewSite>();
        services.Configure<WorkerOptions>(worker => worker.Serializer = MessageSerializer.Create());
        return services;
    }
}
