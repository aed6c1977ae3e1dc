using System.Text;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.NotifyOperator;

/// <summary>
/// Why messages were given up: <c>poison/{queue}/{hash of the message}.txt</c>, until the message is tried again or thrown away. A queue
/// keeps no more of a message than its text.
/// </summary>
public sealed class PoisonCauses(IBlobs blobs)
{
    /// <summary>Keeps why a message was given up: what failed, in a line.</summary>
    public Task KeepAsync(string queue, string body, Exception failure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return blobs.WriteAsync(
            Name(queue, body), Encoding.UTF8.GetBytes(Delivery.CauseOf(failure)), WriteCondition.Always, cancellation);
    }

    /// <summary>Why a message was given up; null where that is not known.</summary>
    public async Task<string?> ReadAsync(string queue, string body, CancellationToken cancellation)
        => await blobs.ReadAsync(Name(queue, body), cancellation) is { } blob ? Encoding.UTF8.GetString(blob.Content.Span) : null;

    /// <summary>Forgets a message.</summary>
    public Task DropAsync(string queue, string body, CancellationToken cancellation) => blobs.DeleteAsync(Name(queue, body), cancellation);

    private static string Name(string queue, string body) => $"poison/{queue}/{ArticleId.Hash(Encoding.UTF8.GetBytes(MessageTrace.Without(body)))}.txt";
}
