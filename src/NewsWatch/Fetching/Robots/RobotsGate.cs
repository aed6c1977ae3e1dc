using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Hops;
using NewsWatch.Fetching.Pacing;
using NewsWatch.Text;

namespace NewsWatch.Fetching.Robots;

/// <summary>
/// Asks each site's robots.txt before its pages are asked for, and remembers it for a day at most (RFC 9309, 2.3 and 2.4).
/// </summary>
internal sealed class RobotsGate(
    RedirectFollower follower, HostPacer pacer, RobotsShelf shelf, IOptions<FetchingOptions> options, TimeProvider time)
{
    private const int ManySites = 4096;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskedElsewhere = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Site> sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an address may not be asked for; null where it may.</summary>
    /// <exception cref="HostBusyException">Its robots.txt is being asked for, or its host is busy, and the work may come again.</exception>
    public async Task<FetchResult?> RefuseAsync(Uri address, HostLine? line, CancellationToken cancellation)
    {
        var verdict = await VerdictAsync(address, line, cancellation);
        if (verdict.Refusal is { } refusal)
            return refusal;
        return verdict.Rules.Allow(address)
            ? null
            : new FetchResult.Refused(Refusal.Robots, $"{address.GetLeftPart(UriPartial.Authority)}/robots.txt disallows {address.PathAndQuery}");
    }

    private async Task<RobotsVerdict> VerdictAsync(Uri address, HostLine? line, CancellationToken cancellation)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (sites.Count > ManySites)
            foreach (var (name, old) in sites)
                if (!IsGood(old.Verdict))
                    sites.TryRemove(name, out _);
        var site = sites.GetOrAdd(origin, _ => new());
        if (IsGood(site.Verdict))
            return site.Verdict;

        var host = HostName.Of(address);
        var isPatient = line is null || line.HasEntered(host);
        if (isPatient)
            await site.Asking.WaitAsync(cancellation);
        else if (!site.Asking.Wait(0, cancellation))
            throw await pacer.BusyAsync(host, line!, cancellation);
        try
        {
            if (IsGood(site.Verdict))
                return site.Verdict;
            while (true)
            {
                if (await ShareAsync(address, line, cancellation) is { } shared)
                    return site.Verdict = shared;
                if (!isPatient)
                    throw await pacer.BusyAsync(host, line!, cancellation);
                await Task.Delay(AskedElsewhere, time, cancellation);
            }
        }
        finally
        {
            site.Asking.Release();
        }
    }

    /// <summary>What the robots.txt says, asked for by whichever process needs it first; null while another is asking.</summary>
    private async Task<RobotsVerdict?> ShareAsync(Uri address, HostLine? line, CancellationToken cancellation)
    {
        var claim = await shelf.ClaimAsync(address, IsGood, cancellation);
        if (claim is { IsOurs: false, Verdict: null })
            return null;
        var verdict = claim.Verdict;
        if (verdict is null)
        {
            try
            {
                verdict = Judge(await AskAsync(new(address.GetLeftPart(UriPartial.Authority) + "/robots.txt"), line, cancellation));
            }
            catch (Exception)
            {
                await shelf.LetGoAsync(address);
                throw;
            }
            await shelf.KeepAsync(address, verdict, cancellation);
        }
        if (verdict.Rules.CrawlDelay is { } delay)
            pacer.Slow(HostName.Of(address), delay);
        return verdict;
    }

    /// <summary>One kept for longer than any is kept was taken by a clock that was wrong.</summary>
    private bool IsGood([NotNullWhen(true)] RobotsVerdict? verdict)
        => verdict is not null && verdict.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left <= KeptFor;

    private Task<FetchResult> AskAsync(Uri robots, HostLine? line, CancellationToken cancellation)
        => follower.FollowAsync(
            new(robots) { MaxBytes = Bound.Robots.Bytes, ObeyRobots = false, Line = line }, cutShort: true, null, cancellation);

    private RobotsVerdict Judge(FetchResult result) => result switch
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

    private RobotsVerdict Keep(RobotsRules rules) => new(rules, null, time.GetUtcNow() + KeptFor);

    private RobotsVerdict Refuse(FetchResult refusal)
    {
        var keptFor = refusal is FetchResult.Failed { RetryAfter: { } wait } && wait < FailureKeptFor ? wait : FailureKeptFor;
        return new(RobotsRules.None, refusal, time.GetUtcNow() + keptFor);
    }

    private sealed class Site
    {
        public SemaphoreSlim Asking { get; } = new(1, 1);

        public volatile RobotsVerdict? Verdict;
    }
}
