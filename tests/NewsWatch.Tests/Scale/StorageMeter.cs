using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace NewsWatch.Tests.Scale;

/// <summary>Counts what is asked of a storage account, by what Azure's price list calls it, and the bytes sent.</summary>
internal sealed class StorageMeter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long sent;

    public override void OnSendingRequest(HttpMessage message)
    {
        counts.AddOrUpdate(Kind(message.Request), 1, (_, count) => count + 1);
        if (message.Request.Content?.TryComputeLength(out var length) == true)
            Interlocked.Add(ref sent, length);
    }

    /// <summary>What was counted since the last time, by kind.</summary>
    public (IReadOnlyDictionary<string, int> Counts, long Bytes) Take()
    {
        var taken = counts.ToDictionary(StringComparer.Ordinal);
        counts.Clear();
        return (taken, Interlocked.Exchange(ref sent, 0));
    }

    /// <summary>Counts as a line, an item.</summary>
    public static string Line((IReadOnlyDictionary<string, int> Counts, long Bytes) taken, int items) => string.Join(
        ", ",
        taken.Counts.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {(double)one.Value / items:0.00}"))
            .Append(string.Create(CultureInfo.InvariantCulture, $"{taken.Bytes / 1024.0 / items:0.0} KiB")));

    private static string Kind(Request request)
    {
        var uri = request.Uri.ToUri();
        var isQueue = uri.AbsolutePath.Contains("/messages", StringComparison.Ordinal) || uri.Query.Contains("comp=metadata", StringComparison.Ordinal);
        var method = request.Method.Method;
        return (isQueue, method) switch
        {
            (true, "GET") => "queue receive or count",
            (true, "POST") => "queue send",
            (true, "DELETE") => "queue delete",
            (true, _) => "queue update",
            (false, "PUT") => "blob write",
            (false, "DELETE") => "blob delete",
            (false, _) => uri.Query.Contains("comp=list", StringComparison.Ordinal) ? "blob list" : "blob read",
        };
    }
}
