using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Storage;

namespace NewsWatch.Tests.ClassifyArticle.SecondReader;

/// <summary>The second reader as hosts register it.</summary>
internal static class SecondReaders
{
    /// <summary>Of borderline articles, with these settings; none, and it is off.</summary>
    public static BorderlineReader With(IBlobs blobs, params (string Key, string Value)[] settings)
        => Services(blobs, settings).GetRequiredService<BorderlineReader>();

    /// <summary>Of developments, with these settings.</summary>
    public static DevelopmentReader OfDevelopments(IBlobs blobs, params (string Key, string Value)[] settings)
        => Services(blobs, [("ConfirmDevelopments", "true"), .. settings]).GetRequiredService<DevelopmentReader>();

    private static ServiceProvider Services(IBlobs blobs, (string Key, string Value)[] settings)
        => new ServiceCollection()
            .AddLogging()
            .AddSingleton(blobs)
            .AddClassifyArticle(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{SecondReaderOptions.Section}:{setting.Key}", (string?)setting.Value)))
                .Build())
            .BuildServiceProvider();
}
