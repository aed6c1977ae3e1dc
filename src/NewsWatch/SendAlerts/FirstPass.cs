using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>The first look at the feeds, which finds what is news to nobody. Stored as <c>outgoing/first-pass.json</c>.</summary>
/// <param name="Began">When the first development came.</param>
/// <param name="IsOver">True once what it found has been told.</param>
internal sealed record FirstPass(DateTimeOffset Began, bool IsOver);

/// <summary>Knows whether the first look at the feeds is under way.</summary>
internal sealed class FirstPassStore(IBlobs blobs, IQueues queues, TimeProvider time)
{
    private const string Blob = "outgoing/first-pass.json";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly string[] Upstream = [Pipeline.ExtractArticle, Pipeline.ClassifyArticle, Pipeline.TrackAgreement,
        Pipeline.SendAlerts];

    private volatile bool isOver;

    /// <summary>True while it is; the first development begins it.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken cancellation)
    {
        if (isOver)
            return false;
        var pass = await blobs.UpdateJsonAsync(Blob, found
            => found ?? new(time.GetUtcNow(), false), AlertsJson.Default.FirstPass, cancellation);
        return !(isOver = pass!.IsOver);
    }

    /// <summary>Ends it where everything found has come through, or it has taken long enough.</summary>
    /// <param name="isDone">True where the host knows that everything has come through.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>True where it is over.</returns>
    public async Task<bool> TryEndAsync(bool isDone, CancellationToken cancellation)
    {
        if (isOver)
            return true;
        var pass = await blobs.ReadJsonAsync(Blob, AlertsJson.Default.FirstPass, cancellation);
        if (pass is null or { IsOver: true })
            return pass is not null;
        var took = time.GetUtcNow() - pass.Began;
        if (!isDone && took < Longest && (took < Shortest || await IsBusyAsync(cancellation)))
            return false;
        await blobs.UpdateJsonAsync(Blob, found => found! with { IsOver = true }, AlertsJson.Default.FirstPass, cancellation);
        return isOver = true;
    }

    private async Task<bool> IsBusyAsync(CancellationToken cancellation)
    {
        foreach (var queue in Upstream)
            if (await queues.CountAsync(queue, cancellation) > 0)
                return true;
        return false;
    }
}
