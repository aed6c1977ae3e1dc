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

    /// <summary>Looks whether the last poll is too long ago; before the first there is nothing to see.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (await blobs.ReadJsonAsync(Blob, OperatorJson.Default.PollMark, cancellation) is not { } last)
            return;
        var now = time.GetUtcNow();
        if (now - last.BeganAt > options.Value.PollLateAfter)
            await desk.RaiseAsync(
                new(
                    OperatorCauses.Poll,
                    $"none since {last.BeganAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
                    $"No poll from {last.BeganAt.UtcDateTime:yyyy-MM-dd HH:mm} to {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
                    now),
                cancellation);
    }
}
