using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Robots;

namespace NewsWatch.Fetching;

/// <summary>Gets what robots.txt allows, at every address on the way, within one bound of time for all of it.</summary>
internal sealed class GuardedFetcher(
    RedirectFollower follower, RobotsGate robots, IOptions<FetchingOptions> options, TimeProvider time) : IFetcher
{
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        var limit = request.TimeLimit ?? options.Value.TotalTimeout;
        using var bound = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            Func<Uri, CancellationToken, Task<FetchResult?>>? judge = request.ObeyRobots
                ? (address, stop) => robots.RefuseAsync(address, request.Line, stop)
                : null;
            return await follower.FollowAsync(request, cutShort: false, judge, either.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new FetchResult.Failed(null, $"{request.Address} took longer than {limit.TotalSeconds:0.#} s in all", null);
        }
    }
}
