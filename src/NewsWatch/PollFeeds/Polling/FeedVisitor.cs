using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Asks for a feed, conditionally where that is safe, and reads what comes.</summary>
internal sealed class FeedVisitor(IFetcher fetcher, SourceReader reader, IOptions<PollFeedsOptions> options)
{
    private const string AcceptFeed =
        "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5";

    private const string AcceptPage = "text/html,application/xhtml+xml,*/*;q=0.5";

    /// <summary>
    /// A server that answers 304 to anything would hide news for ever: after so many in a row it is asked for all of the feed.
    /// </summary>
    private const int MostUnmodified = 8;

    /// <summary>Visits a feed at its own address, or where it has moved.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is remembered of it.</param>
    /// <param name="beforeReading">Done between fetching something new and reading it, which is where a feed may break the program.</param>
    /// <param name="cancellation">Breaks off.</param>
    public async Task<FeedVisit> VisitAsync(
        WatchedFeed feed, FeedState state, Func<CancellationToken, Task> beforeReading, CancellationToken cancellation)
    {
        var address = state.MovedTo ?? feed.Address;
        // A feed that fails is asked for whole: "not modified" would say nothing of whether it can be read again.
        var validators = state.Failures == 0 && !state.IsNotBelieved && state.Unmodified < MostUnmodified ? state.Validators : null;
        var result = await fetcher.FetchAsync(Request(feed, address, validators), cancellation);
        if (result is FetchResult.NotModified elsewhere && validators is not null && elsewhere.Address != validators.Address)
        {
            validators = null;
            result = await fetcher.FetchAsync(Request(feed, address, validators), cancellation);
        }
        return result switch
        {
            FetchResult.Fetched fetched => await ReadAsync(feed, state, fetched, beforeReading, cancellation),
            FetchResult.NotModified same when validators is not null
                => new FeedVisit.Same(
                    new(same.PermanentAddress, same.Headers, Newer(validators, same.Headers), state.BodyHash), IsSaid: true),
            FetchResult.NotModified => new FeedVisit.Failed("HTTP 304 to an unconditional request", null),
            FetchResult.Refused refused => new FeedVisit.Failed(Reason(refused), null) { IsLasting = refused.Why != Refusal.TooLarge },
            FetchResult.Failed { Status: 410 } when state.MovedTo is null => new FeedVisit.Gone("HTTP 410"),
            FetchResult.Failed failed => new FeedVisit.Failed(Reason(failed), failed.RetryAfter),
            _ => throw new InvalidOperationException($"{result.GetType()} is no way a fetch ends."),
        };
    }

    private FetchRequest Request(WatchedFeed feed, Uri address, FeedValidators? validators) => new(address)
    {
        ETag = validators?.ETag,
        LastModified = validators?.LastModified,
        Accept = feed.Kind == SourceKind.Page ? AcceptPage : AcceptFeed,
        MaxBytes = options.Value.MaxFeedBytes,
        TimeLimit = options.Value.FeedTimeout,
        ObeyRobots = feed.ObeyRobots,
    };

    private async Task<FeedVisit> ReadAsync(
        WatchedFeed feed,
        FeedState state,
        FetchResult.Fetched fetched,
        Func<CancellationToken, Task> beforeReading,
        CancellationToken cancellation)
    {
        var hash = ArticleId.Hash(fetched.Body.Span);
        var reply = new FeedReply(fetched.PermanentAddress, fetched.Headers, Given(fetched), hash);
        if (hash == state.BodyHash)
            return new FeedVisit.Same(reply, IsSaid: false);
        await beforeReading(cancellation);
        var reading = await reader.ReadAsync(feed, fetched, cancellation);
        return reading.Parse switch
        {
            FeedParse.Parsed parsed => new FeedVisit.Read(
                parsed.Document, reading.IsWhole ? reply : reply with { Validators = null, BodyHash = null })
            {
                WasSaidUnmodified = state.Unmodified >= MostUnmodified && IsCalledTheSame(state.Validators, reply.Validators),
            },
            FeedParse.Failed failed => new FeedVisit.Failed(failed.Reason, null),
            _ => throw new InvalidOperationException($"{reading.Parse.GetType()} is no way reading ends."),
        };
    }

    private static FeedValidators? Given(FetchResult.Fetched fetched)
    {
        var etag = fetched.Headers.GetValueOrDefault("etag");
        var lastModified = fetched.Headers.GetValueOrDefault("last-modified");
        return etag is null && lastModified is null ? null : new(fetched.Address, etag, lastModified);
    }

    /// <summary>Whether a server calls two versions by one name.</summary>
    private static bool IsCalledTheSame(FeedValidators? before, FeedValidators? now)
        => before is not null && now is not null && before.ETag == now.ETag
            && (now.ETag is not null || before.LastModified == now.LastModified);

    /// <summary>A 304 may bring newer validators for the same content (RFC 9110, 15.4.5).</summary>
    private static FeedValidators Newer(FeedValidators validators, IReadOnlyDictionary<string, string> headers) => validators with
    {
        ETag = headers.GetValueOrDefault("etag") ?? validators.ETag,
        LastModified = headers.GetValueOrDefault("last-modified") ?? validators.LastModified,
    };

    private static string Reason(FetchResult.Refused refused) => refused.Why switch
    {
        Refusal.Robots => $"robots.txt forbids it ({refused.Detail})",
        Refusal.ForbiddenAddress => $"forbidden address ({refused.Detail})",
        _ => $"too large ({refused.Detail})",
    };

    private static string Reason(FetchResult.Failed failed)
        => failed.Status is { } status && !failed.Detail.Contains(status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {failed.Detail}")
            : failed.Detail;
}
