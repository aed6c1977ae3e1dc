using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.Storage.Local;

namespace NewsWatch.Storage;

/// <summary>Registers the store that needs nothing but a folder.</summary>
public static class LocalStorageServices
{
    /// <summary>
    /// Adds blobs as files in <c>{folder}/blobs</c> and queues in <c>{folder}/queues.db</c>. The folder is made on first use; where it
    /// cannot be, asking for a store throws <see cref="StorageUnavailableException"/>. Several processes may share the folder, on a
    /// file system that keeps locks (not every network share does).
    /// </summary>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new DataFolder(folder));
        services.AddSingleton<IBlobs, FolderBlobs>();
        services.AddSingleton<SqliteQueues>();
        services.AddSingleton<IQueues>(provider => provider.GetRequiredService<SqliteQueues>());
        return services;
    }

    /// <summary>
    /// Adds a store that is not there yet: everything in it is missing, and writing throws <see cref="StorageUnavailableException"/>. For
    /// whoever only looks, and must leave no folder behind.
    /// </summary>
    public static IServiceCollection AddAbsentStorage(this IServiceCollection services, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new AbsentStore(folder));
        services.AddSingleton<IBlobs>(provider => provider.GetRequiredService<AbsentStore>());
        services.AddSingleton<IQueues>(provider => provider.GetRequiredService<AbsentStore>());
        return services;
    }

    /// <summary>True where <see cref="AddLocalStorage"/> has made its store in a folder.</summary>
    public static bool IsThere(string folder)
        => Directory.Exists(Path.Combine(folder, "blobs")) || File.Exists(Path.Combine(folder, "queues.db"));

    /// <summary>
    /// Makes messages that a dead process had taken visible again at once, instead of when their visibility time is over. Only for a
    /// process that knows it is the folder's only receiver. Does nothing where the store is not local.
    /// </summary>
    /// <returns>How many messages.</returns>
    public static Task<int> ReclaimAsync(IServiceProvider services, CancellationToken cancellation)
        => services.GetService<SqliteQueues>() is { } queues ? queues.ReclaimAsync(cancellation) : Task.FromResult(0);
}
