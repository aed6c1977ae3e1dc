using NewsWatch.Fetching;

namespace NewsWatch.Functions.Tests;

/// <summary>Stands where no server can be reached.</summary>
internal sealed class FetcherWithoutNetwork : IFetcher
{
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
        => Task.FromResult<FetchResult>(new FetchResult.Failed(null, "no route to host", null));
}
