using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Storage.Azure;

public sealed class StorageAccountTests
{
    [Theory]
    [InlineData("NewsWatchStorage", "not a connection string", "NewsWatchStorage ")]
    [InlineData("NewsWatchStorage:queueServiceUri", "https://a.queue.example/", "NewsWatchStorage__blobServiceUri")]
    [InlineData("NewsWatchStorage:blobServiceUri", "https://a.blob.example/", "NewsWatchStorage__queueServiceUri")]
    [InlineData("NewsWatchStorage:queueServiceUri", "a.queue.example", "NewsWatchStorage__queueServiceUri")]
    public void A_connection_that_cannot_be_read_is_refused_by_its_key(string key, string value, string named)
    {
        using var services = Services((key, value));
        var refusal = Assert.Throws<StorageUnavailableException>(() => services.GetRequiredService<IBlobs>());
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("managedidentity")]
    public void Service_addresses_are_used_with_an_identity(string? credential)
    {
        using var services = Services(
            ("NewsWatchStorage:blobServiceUri", "https://a.blob.example/"),
            ("NewsWatchStorage:queueServiceUri", "https://a.queue.example"),
            ("NewsWatchStorage:credential", credential),
            ("NewsWatchStorage:clientId", "00000000-0000-0000-0000-000000000001"),
            ("NewsWatch:Storage:Container", "watch"));
        var account = services.GetRequiredService<NewsWatch.Storage.Azure.StorageAccount>();
        Assert.Equal("https://a.blob.example/watch", account.Container.Uri.AbsoluteUri);
        Assert.Equal("https://a.queue.example/send-alerts", account.CreateQueue(Pipeline.SendAlerts).Uri.AbsoluteUri);
        Assert.NotNull(services.GetRequiredService<IQueues>());
    }

    [Fact]
    public void A_connection_is_found_in_either_form()
    {
        Assert.False(Configuration().HasAzureStorage());
        Assert.True(Configuration(("NewsWatchStorage", "UseDevelopmentStorage=true")).HasAzureStorage());
        Assert.True(Configuration(("NewsWatchStorage:blobServiceUri", "https://a.blob.example/")).HasAzureStorage());
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
        => new ServiceCollection().AddAzureStorage(Configuration(settings)).BuildServiceProvider();

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();
}
