using NewsWatch.Fetching.Robots;

namespace NewsWatch.Fetching;

/// <summary>Gets what robots.txt allows, at every address on the way.</summary>
internal sealed class GuardedFetcher(RedirectFollower follower, RobotsGate robots) : IFetcher
{
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
        => follower.FollowAsync(request, cutShort: false, request.ObeyRobots ? RefuseAsync : null, cancellation);

    // What is not of the web has no robots.txt to ask; the exchange refuses it.
    private Task<FetchResult?> RefuseAsync(Uri address, CancellationToken cancellation)
        => address.IsAbsoluteUri && address.Scheme is "http" or "https"
            ? robots.RefuseAsync(address, cancellation)
            : Task.FromResult<FetchResult?>(null);
}
