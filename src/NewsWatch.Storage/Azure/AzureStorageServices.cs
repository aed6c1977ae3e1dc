using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Storage;

/// <summary>Registers the store in an Azure storage account, or in Azurite.</summary>
public static class AzureStorageServices
{
    /// <summary>
    /// Adds blobs in the container <c>NewsWatch:Storage:Container</c> (<c>newswatch</c> where that is not set) and storage queues, of the
    /// account that the connection <c>NewsWatchStorage</c> names: a connection string, or <c>NewsWatchStorage__blobServiceUri</c> and
    /// <c>NewsWatchStorage__queueServiceUri</c> with a managed identity (<c>__credential</c> = <c>managedidentity</c>, <c>__clientId</c>
    /// for a user-assigned one) or, without <c>__credential</c>, whatever identity the surroundings offer. Asking for a store throws
    /// <see cref="StorageUnavailableException"/> where the connection is not usable.
    /// </summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettingsOf(typeof(AzureStorageServices).Assembly, StorageAccount.ContainerKey);
        services.AddSingleton(_ => new StorageAccount(configuration));
        services.AddSingleton<IBlobs, AzureBlobs>();
        services.AddSingleton<IQueues, AzureQueues>();
        return services;
    }

    /// <summary>True where the settings have a connection <c>NewsWatchStorage</c>.</summary>
    public static bool HasAzureStorage(this IConfiguration configuration) => StorageAccount.IsNamedIn(configuration);
}
