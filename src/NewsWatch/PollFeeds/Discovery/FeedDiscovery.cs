using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text.Html;
using NewsWatch.Text.Tables;

namespace NewsWatch.PollFeeds.Discovery;

/// <summary>
/// Finds what can be watched behind an address: the feed it is, the feeds its page names, those at customary paths, else the
/// list of links on the page itself and the site's sitemaps, the dated first; feeds that were left standing come last. Every finding has
/// been fetched and read.
/// </summary>
public sealed class FeedDiscovery
{
    private const int MostFeeds = 12;
    private const int FewestLinks = 3;
    private readonly IFetcher fetcher;
    private static readonly TimeSpan Idle = TimeSpan.FromDays(180);

    private readonly SourceReader reader;
    private readonly TimeProvider clock;

    internal FeedDiscovery(IFetcher fetcher, SourceReader reader, TimeProvider clock)
    {
        this.fetcher = fetcher;
        this.reader = reader;
        this.clock = clock;
    }

    /// <summary>The http or https address that somebody typed, with or without its scheme; null where none can be told.</summary>
    public static Uri? AddressOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return TypedAddress.Read(typed) ?? (typed.Contains("://", StringComparison.Ordinal) ? null : TypedAddress.Read($"https://{typed.Trim()}"));
    }

    /// <summary>Looks behind an address.</summary>
    public async Task<DiscoveryResult> FindAsync(Uri address, CancellationToken cancellation)
    {
        switch (await fetcher.FetchAsync(new(address), cancellation))
        {
            case FetchResult.Fetched page:
                var sources = await FindAsync(page, cancellation);
                return new(sources, sources.Count == 0 ? "the page names no feed, none is at a customary path, and it holds no list of links" : null);
            case FetchResult.Refused refused:
                return new([], refused.Detail);
            case FetchResult.Failed failed:
                return new([], failed.Detail);
            default:
                return new([], "HTTP 304 to an unconditional request");
        }
    }

    private async Task<IReadOnlyList<DiscoveredSource>> FindAsync(FetchResult.Fetched page, CancellationToken cancellation)
    {
        foreach (var kind in new[] { SourceKind.Feed, SourceKind.Sitemap })
            if (await ReadAsync(page, kind, "the address itself", cancellation) is { } itself)
                return [itself];
        var feeds = (await TryAsync(Named(page, cancellation), SourceKind.Feed, MostFeeds, cancellation))
            .OrderBy(IsIdle).ToList();
        if (feeds.Count > 0 && !IsIdle(feeds[0]))
            return feeds;
        var root = new Uri(page.Address, "/");
        var customary = CommonPaths("common-paths.txt").SelectMany(path => new[] { Below(page.Address, path), new Uri(root, path) }).Distinct();
        if (feeds.Count == 0)
            feeds = await TryAsync(customary.Select(path => (path, "at a customary path")), SourceKind.Feed, 1, cancellation);
        if (feeds.Count > 0 && !IsIdle(feeds[0]))
            return feeds;
        var links = await ReadAsync(page, SourceKind.Page, "links on the page", cancellation);
        var sitemaps = CommonPaths("sitemap-paths.txt").Select(path => (new Uri(root, path), "at a customary path"));
        var others = await TryAsync(sitemaps, SourceKind.Sitemap, 1, cancellation);
        if (links is { Entries: >= FewestLinks })
            others.Insert(links.Newest is null && others is [{ Newest: not null }] ? 1 : 0, links);
        return [.. others.Concat(feeds).OrderBy(IsIdle)];
    }

    /// <summary>A feed that was left standing when the site moved on: nothing in it, or nothing of the last half year.</summary>
    private bool IsIdle(DiscoveredSource source) => source.Entries == 0 || source.Newest < clock.GetUtcNow() - Idle;

    private IReadOnlyList<(Uri Address, string How)> Named(FetchResult.Fetched page, CancellationToken cancellation)
        => BoundedHtml.Read<IReadOnlyList<(Uri, string)>>(
            page.Body,
            page.Headers.GetValueOrDefault("content-type"),
            page.Address,
            clock,
            (document, _) => [.. FeedLinks.Of(document).DistinctBy(link => link.Address)],
            _ => [],
            cancellation);

    private async Task<List<DiscoveredSource>> TryAsync(
        IEnumerable<(Uri Address, string How)> candidates, SourceKind kind, int most, CancellationToken cancellation)
    {
        var found = new List<DiscoveredSource>();
        foreach (var (address, how) in candidates)
        {
            if (found.Count == most)
                break;
            if (await fetcher.FetchAsync(new(address), cancellation) is FetchResult.Fetched fetched
                && await ReadAsync(fetched, kind, how, cancellation) is { } source
                && !found.Exists(one => one.Feed.Id == source.Feed.Id))
                found.Add(source);
        }
        return found;
    }

    private async Task<DiscoveredSource?> ReadAsync(FetchResult.Fetched fetched, SourceKind kind, string how, CancellationToken cancellation)
    {
        var feed = new WatchedFeed(fetched.PermanentAddress.Host, fetched.PermanentAddress) { Kind = kind };
        if ((await reader.ReadAsync(feed, fetched, cancellation)).Parse is not FeedParse.Parsed { Document: var document })
            return null;
        return new(
            feed with
            {
                Title = document.Title.Length > 0 ? document.Title : feed.Title,
                Site = Uri.TryCreate(document.Link, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null,
                Language = document.Language,
            },
            how,
            document.Entries.Count,
            document.Entries.Max(entry => entry.TrustedDate));
    }

    /// <summary>A path below the page, as if the page were a folder.</summary>
    private static Uri Below(Uri page, string path) => new($"{page.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");

    private static IEnumerable<string> CommonPaths(string resource)
        => DataTable.Read($"NewsWatch.PollFeeds.Discovery.{resource}", 1).Select(row => row[0]);
}
