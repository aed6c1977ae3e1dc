using NewsWatch.Storage;

namespace NewsWatch.Fetching.Pacing;

/// <summary>Hosts in the names of blobs.</summary>
internal static class HostBlob
{
    /// <summary>The host's own name where a blob's name can hold it; else a hash of it, as for an IPv6 literal or a very long name.</summary>
    public static string Segment(string host) => BlobName.IsSegment($"{host}.json") ? host : ArticleId.Hash(host);
}
