using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts.Confirming;

/// <summary>Developments that wait for an analyst since the second reader doubts them. Stored as <c>outgoing/doubted.json</c>.</summary>
/// <param name="Developments">The messages, first doubted first.</param>
public sealed record DoubtedDevelopments(IReadOnlyList<Development> Developments);

/// <summary>Keeps what waits for an analyst.</summary>
public sealed class DoubtedStore(IBlobs blobs)
{
    private const string Blob = "outgoing/doubted.json";

    /// <summary>What waits, first doubted first.</summary>
    public async Task<IReadOnlyList<Development>> ReadAsync(CancellationToken cancellation)
        => (await blobs.ReadJsonAsync(Blob, AlertsJson.Default.DoubtedDevelopments, cancellation))?.Developments ?? [];

    /// <summary>Adds a development; one that waits already is left as it is.</summary>
    internal Task AddAsync(Development development, CancellationToken cancellation) => UpdateAsync(
        waiting => waiting.Any(one => one.Id == development.Id) ? waiting : [.. waiting, development], cancellation);

    /// <summary>Takes a development out; one that does not wait is no fault.</summary>
    internal Task RemoveAsync(string development, CancellationToken cancellation) => UpdateAsync(
        waiting => waiting.Any(one => one.Id == development) ? [.. waiting.Where(one => one.Id != development)] : waiting, cancellation);

    private Task<DoubtedDevelopments?> UpdateAsync(
        Func<IReadOnlyList<Development>, IReadOnlyList<Development>> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(
            Blob,
            found =>
            {
                var before = found?.Developments ?? [];
                var after = change(before);
                return ReferenceEquals(before, after) ? found : new(after);
            },
            AlertsJson.Default.DoubtedDevelopments,
            cancellation);
}
