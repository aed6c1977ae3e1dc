using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

/// <summary>The fetcher as the hosts get it, with loopback allowed and no pause between exchanges unless the settings say otherwise.</summary>
internal static class Fetchers
{
    public static ServiceProvider Services(Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> values = new()
        {
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
        };
        foreach (var (key, value) in settings)
            values["NewsWatch:Fetching:" + key] = value;
        var services = new ServiceCollection();
        services.AddFetching(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static async Task<FetchResult> FetchAsync(Uri address, params (string Key, string? Value)[] settings)
    {
        await using var services = Services(null, settings);
        return await services.GetRequiredService<IFetcher>().FetchAsync(new(address) { ObeyRobots = false }, default);
    }
}
