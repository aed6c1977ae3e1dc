using Azure.Core;
using Azure.Core.Pipeline;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>Counts what is asked of a storage account, by the kinds that it is priced by.</summary>
internal sealed class OperationCounter : HttpPipelineSynchronousPolicy
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Kinds with their counts.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>Bytes of blobs and lines sent.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        lock (gate)
        {
            counts.Clear();
            BytesWritten = 0;
        }
    }

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var kind = Kind(message.Request);
        lock (gate)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kind.StartsWith("blob: write", StringComparison.Ordinal) && message.Request.Content?.TryComputeLength(out var length) == true)
                BytesWritten += length;
        }
    }

    private static string Kind(Request request)
    {
        var address = request.Uri.ToUri();
        var isList = address.Query.Contains("comp=list", StringComparison.Ordinal);
        if (address.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) || address.AbsolutePath.Contains("/messages/", StringComparison.Ordinal))
            return request.Method == RequestMethod.Post ? "queue: put"
                : request.Method == RequestMethod.Get ? "queue: get"
                : request.Method == RequestMethod.Delete ? "queue: delete"
                : "queue: update";
        if (address.Query.Contains("comp=metadata", StringComparison.Ordinal))
            return "queue: count";
        return isList ? "blob: list"
            : request.Method == RequestMethod.Get || request.Method == RequestMethod.Head ? "blob: read"
            : request.Method == RequestMethod.Delete ? "blob: delete (free)"
            : "blob: write";
    }
}
