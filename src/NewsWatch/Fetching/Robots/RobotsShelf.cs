using NewsWatch.Fetching.Hops;
using NewsWatch.Fetching.Pacing;
using NewsWatch.Storage;

namespace NewsWatch.Fetching.Robots;

/// <summary>
/// The verdicts that all processes on one store share, so that a site's robots.txt is asked for once a day however many there are. Where a
/// process is alone on its store, there are none and every claim is its own.
/// </summary>
/// <param name="blobs">The shared store; null for a process alone on its own.</param>
/// <param name="damaged">Where damaged records are noted; null only without a store.</param>
/// <param name="time">Clock.</param>
internal sealed class RobotsShelf(IBlobs? blobs, DamagedRecords? damaged, TimeProvider time)
{
    /// <summary>A process that died while it asked holds the others up for no longer.</summary>
    private static readonly TimeSpan AskedFor = TimeSpan.FromMinutes(1);

    private readonly string us = ThisProcess.NewExchange();

    /// <summary>Looks a verdict up, or takes it on to get it.</summary>
    /// <param name="address">An address of the site.</param>
    /// <param name="isGood">Whether a verdict still holds.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RobotsClaim> ClaimAsync(Uri address, Predicate<RobotsVerdict?> isGood, CancellationToken cancellation)
    {
        if (blobs is null)
            return new(null, true);
        var kept = await blobs.RenewJsonAsync(
            Name(address),
            found => isGood(found?.Verdict) || IsAsked(found)
                ? found
                : new KeptRobots { AskedBy = us, AskedUntil = time.GetUtcNow() + AskedFor },
            PacingJson.Default.KeptRobots,
            damaged!,
            cancellation);
        return isGood(kept?.Verdict) ? new(kept!.Verdict, false) : new(null, kept?.AskedBy == us);
    }

    /// <summary>Keeps a verdict that was taken on.</summary>
    public async Task KeepAsync(Uri address, RobotsVerdict verdict, CancellationToken cancellation)
    {
        if (blobs is not null)
            await blobs.RenewJsonAsync(Name(address), _ => KeptRobots.Of(verdict), PacingJson.Default.KeptRobots, damaged!, cancellation);
    }

    /// <summary>Leaves a verdict that was taken on to others.</summary>
    public async Task LetGoAsync(Uri address)
    {
        try
        {
            if (blobs is not null)
                await blobs.RenewJsonAsync(
                    Name(address),
                    found => found?.AskedBy == us ? new KeptRobots() : found,
                    PacingJson.Default.KeptRobots,
                    damaged!,
                    CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // It is let go of by itself, within a minute.
        }
    }

    private bool IsAsked(KeptRobots? found)
        => found?.AskedUntil - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left <= AskedFor + AskedFor;

    private static string Name(Uri address) => $"robots/{HostBlob.Segment(HostName.Of(address))}/{address.Scheme}-{address.Port}.json";
}

/// <summary>What came of a claim: a verdict, the right to get it, or neither while another does.</summary>
/// <param name="Verdict">The verdict; null where it is not known.</param>
/// <param name="IsOurs">True for who is to get it.</param>
internal readonly record struct RobotsClaim(RobotsVerdict? Verdict, bool IsOurs);
