using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.NotifyOperator;

/// <summary>Sees that polls come: each leaves a mark, and a gap between two marks that is too long is told.</summary>
public sealed class PollWatch(IBlobs blobs, OperatorDesk desk, IOptions<NotifyOperatorOptions> options, TimeProvider time)
{
    private const string Blob = "operator/poll.json";

    /// <summary>A poll begins.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        await CheckAsync(cancellation);
        await blobs.UpdateJsonAsync(Blob, _ => new PollMark(time.GetUtcNow()), OperatorJson.Default.PollMark, cancellation);
    }

    /// <summary>When the last poll began and whether that is too long ago; null before the first.</summary>
    public async Task<(DateTimeOffset BeganAt, bool IsLate)?> LastAsync(CancellationToken cancellation)
        => await blobs.ReadJsonAsync(Blob, OperatorJson.Default.PollMark, cancellation) is { } last
            ? (last.BeganAt, time.GetUtcNow() - last.BeganAt > options.Value.PollLateAfter)
            : null;

    /// <summary>Looks whether the last poll is too long ago; before the first there is nothing to see.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (await LastAsync(cancellation) is not { } last)
            return;
        var now = time.GetUtcNow();
        if (last.IsLate)
            await desk.RaiseAsync(
                new(
                    OperatorCauses.Poll,
                    $"none since {last.BeganAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
                    $"No poll from {last.BeganAt.UtcDateTime:yyyy-MM-dd HH:mm} to {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
                    now),
                cancellation);
    }
}
