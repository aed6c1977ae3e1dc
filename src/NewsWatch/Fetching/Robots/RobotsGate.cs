using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.Fetching.Robots;

/// <summary>
/// Asks each site's robots.txt before its pages are asked for, and remembers it for a day at most (RFC 9309, 2.3 and 2.4).
/// </summary>
internal sealed class RobotsGate(RedirectFollower follower, HostPacer pacer, IOptions<FetchingOptions> options, TimeProvider time)
{
    private const int ManySites = 4096;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Site> sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an address may not be asked for; null where it may.</summary>
    public async Task<FetchResult?> RefuseAsync(Uri address, CancellationToken cancellation)
    {
        var verdict = await VerdictAsync(address, cancellation);
        if (verdict.Refusal is { } refusal)
            return refusal;
        return verdict.Rules.Allow(address)
            ? null
            : new FetchResult.Refused(Refusal.Robots, $"{address.GetLeftPart(UriPartial.Authority)}/robots.txt disallows {address.PathAndQuery}");
    }

    private async Task<Verdict> VerdictAsync(Uri address, CancellationToken cancellation)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (sites.Count > ManySites)
            foreach (var (name, old) in sites)
                if (!IsGood(old.Verdict))
                    sites.TryRemove(name, out _);
        var site = sites.GetOrAdd(origin, _ => new());
        if (IsGood(site.Verdict))
            return site.Verdict!;

        await site.Asking.WaitAsync(cancellation);
        try
        {
            if (IsGood(site.Verdict))
                return site.Verdict!;
            var verdict = Judge(await AskAsync(new(origin + "/robots.txt"), cancellation));
            if (verdict.Rules.CrawlDelay is { } delay)
                pacer.Slow(HostName.Of(address), delay);
            return site.Verdict = verdict;
        }
        finally
        {
            site.Asking.Release();
        }
    }

    /// <summary>One kept for longer than any is kept was taken by a clock that was wrong.</summary>
    private bool IsGood(Verdict? verdict)
        => verdict is not null && verdict.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left <= KeptFor;

    private Task<FetchResult> AskAsync(Uri robots, CancellationToken cancellation)
        => follower.FollowAsync(new(robots) { MaxBytes = RobotsTxt.MaxBytes, ObeyRobots = false }, cutShort: true, null, cancellation);

    private Verdict Judge(FetchResult result) => result switch
    {
        FetchResult.Fetched fetched => Keep(RobotsTxt.Read(fetched.Body.Span, options.Value.ProductToken)),

        // "Unavailable" means that there are no rules (2.3.1.3). 429 is the server in trouble, whatever its number.
        FetchResult.Failed { Status: >= 400 and < 500 and not 429 } => Keep(RobotsRules.None),

        // A redirect too many counts as unavailable (2.3.1.2).
        FetchResult.Refused { Why: Refusal.TooLarge } => Keep(RobotsRules.None),
        FetchResult.Refused refused => Refuse(refused),

        // "Unreachable" means complete disallow (2.3.1.4), but only until it can be reached: a failure, not a refusal.
        FetchResult.Failed failed => Refuse(failed with { Detail = $"robots.txt: {failed.Detail}" }),
        _ => Keep(RobotsRules.None),
    };

    private Verdict Keep(RobotsRules rules) => new(rules, null, time.GetUtcNow() + KeptFor);

    private Verdict Refuse(FetchResult refusal)
    {
        var keptFor = refusal is FetchResult.Failed { RetryAfter: { } wait } && wait < FailureKeptFor ? wait : FailureKeptFor;
        return new(RobotsRules.None, refusal, time.GetUtcNow() + keptFor);
    }

    private sealed record Verdict(RobotsRules Rules, FetchResult? Refusal, DateTimeOffset Until);

    private sealed class Site
    {
        public SemaphoreSlim Asking { get; } = new(1, 1);

        public volatile Verdict? Verdict;
    }
}
