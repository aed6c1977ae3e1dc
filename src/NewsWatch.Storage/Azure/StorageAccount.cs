using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace NewsWatch.Storage.Azure;

/// <summary>The storage account that the settings name, with the keys the Functions host reads for a connection of that name.</summary>
internal sealed class StorageAccount
{
    /// <summary>Name of the connection.</summary>
    public const string Connection = "NewsWatchStorage";

    /// <summary>Key of the container's name.</summary>
    public const string ContainerKey = "NewsWatch:Storage:Container";

    // A store that is not there is told within seconds; the queue delivers again what a longer trouble stopped.
    private const int MaxRetries = 2;
    private static readonly TimeSpan FirstRetryAfter = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(15);

    private readonly BlobServiceClient blobs;
    private readonly string container;

    /// <exception cref="StorageUnavailableException">The settings name no account, or not in a way that can be read.</exception>
    public StorageAccount(IConfiguration configuration, Action<ClientOptions>? change = null)
    {
        var blobOptions = Bounded(new BlobClientOptions(), change);
        var queueOptions = Bounded(new QueueClientOptions(), change);
        container = configuration[ContainerKey] ?? "newswatch";
        var connection = configuration.GetSection(Connection);
        try
        {
            if (connection.Value is { Length: > 0 } connectionString)
            {
                blobs = new(connectionString, blobOptions);
                CreateQueue = name => new(connectionString, name, queueOptions);
                return;
            }
            var credential = Credential(connection);
            var queues = Address(connection, "queueServiceUri");
            blobs = new(Address(connection, "blobServiceUri"), credential, blobOptions);
            CreateQueue = name => new(new Uri($"{queues.AbsoluteUri.TrimEnd('/')}/{name}"), credential, queueOptions);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new StorageUnavailableException($"{Connection} is not a storage connection string ({failure.Message.ReplaceLineEndings(" ")}).", failure);
        }
    }

    /// <summary>The container of every blob.</summary>
    public BlobContainerClient Container => blobs.GetBlobContainerClient(container);

    /// <summary>A client of one queue, given its name; texts go through it as they are.</summary>
    public Func<string, QueueClient> CreateQueue { get; }

    /// <summary>True where the settings name an account.</summary>
    public static bool IsNamedIn(IConfiguration configuration) => configuration.GetSection(Connection).Exists();

    private static TOptions Bounded<TOptions>(TOptions options, Action<ClientOptions>? change)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = FirstRetryAfter;
        options.Retry.NetworkTimeout = NetworkTimeout;
        change?.Invoke(options);
        return options;
    }

    private static TokenCredential Credential(IConfigurationSection connection)
    {
        var client = connection["clientId"];
        if (!string.Equals(connection["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase))
            return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client });
        return new ManagedIdentityCredential(
            string.IsNullOrEmpty(client) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client));
    }

    private static Uri Address(IConfigurationSection connection, string key)
        => Uri.TryCreate(connection[key], UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw new StorageUnavailableException(
                $"{Connection} must be a connection string, or {Connection}__{key} (and its sibling) the address of a service, not '{connection[key]}'.");
}
