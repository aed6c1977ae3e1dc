using System.Globalization;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Doctor;

/// <summary>What only the network tells: whether sources are reached, and whether the clock is right.</summary>
internal static class NetworkChecks
{
    /// <summary>Hosts that are asked before the network is said not to work.</summary>
    private const int MostAsked = 4;

    /// <summary>A clock that is off by more takes sources for not due, and news for late.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);

    /// <summary>Asks sources of the watch list, each of another host, until one answers.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(Workspace workspace, CancellationToken cancellation)
    {
        var feeds = (await workspace.Get<WatchListStore>().LoadAsync(cancellation)).Feeds.Where(feed => feed.Enabled)
            .DistinctBy(feed => feed.Address.Host, StringComparer.OrdinalIgnoreCase).Take(MostAsked).ToList();
        var why = "the watch list has no source that is polled";
        foreach (var feed in feeds)
        {
            var before = workspace.Get<TimeProvider>().GetUtcNow();
            var result = await workspace.Get<IFetcher>().FetchAsync(new(feed.Address), cancellation);
            if (result is FetchResult.Fetched got)
                return [new("network", FindingResult.Ok, $"{feed.Address.Host} answers"), Clock(got, before)];
            why = $"{feed.Address.Host}: {Why(result)}";
        }
        return
        [
            new(
                "network",
                FindingResult.Fault,
                $"no source could be fetched ({why})",
                "See the connection, the name server and any proxy (HTTPS_PROXY)."),
            new("clock", FindingResult.Warning, "nobody answered to compare it with"),
        ];
    }

    /// <summary>How the sources are, as the last polls left them.</summary>
    public static async Task<Finding> SourcesAsync(Workspace workspace, CancellationToken cancellation)
    {
        var (listed, troubled) = (0, 0);
        await foreach (var (feed, state) in workspace.Get<FeedStates>().ListAsync(cancellation))
        {
            listed++;
            troubled += feed.Enabled && FeedHealthChanged.IsTrouble(state.Health) ? 1 : 0;
        }
        var says = string.Create(CultureInfo.InvariantCulture, $"{listed} on the watch list, {troubled} in trouble");
        return troubled > 0
            ? new("sources", FindingResult.Warning, says, "newswatch feeds list --trouble says which and why.")
            : new("sources", FindingResult.Ok, says);
    }

    private static Finding Clock(FetchResult.Fetched answer, DateTimeOffset here)
    {
        if (
            !DateTimeOffset.TryParse(
                answer.Headers.GetValueOrDefault("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var there))
            return new("clock", FindingResult.Warning, "the source does not tell the time");
        var off = here - there;
        if (off.Duration() <= Tolerated)
        {
            var now = here.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            return new("clock", FindingResult.Ok, $"{now} UTC, as the source has it");
        }
        var apart = off.Duration().ToString("d\\.hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        var way = off > TimeSpan.Zero ? "ahead" : "behind";
        return new("clock", FindingResult.Fault, $"{apart} {way}", "Set the clock, by NTP if you can.");
    }

    private static string Why(FetchResult result) => result switch
    {
        FetchResult.Refused refused => refused.Detail,
        FetchResult.Failed failed => failed.Detail,
        _ => "not modified",
    };
}
