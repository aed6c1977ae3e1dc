using System.Text.Json.Serialization;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// A page as fetched: everything but its bytes. Stored as <c>pages/{article}/{hash}.json</c> beside them, and of days gone by in the index of
/// a WARC file.
/// </summary>
/// <param name="Article">Id of the article it was fetched for.</param>
/// <param name="Digest">SHA-256 of the body in lower-case hexadecimal; its first 20 digits name the blobs.</param>
/// <param name="Requested">The address asked for.</param>
/// <param name="Address">Where the body came from, after redirects.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Response headers as the server sent them, names in lower case; they may speak of a compressed body.</param>
/// <param name="FetchedAt">When.</param>
/// <param name="Length">Bytes of the body, after decompression.</param>
/// <param name="Blob">Where the body is kept, gzipped; of days gone by, where it was.</param>
public sealed record KeptPage(
    string Article,
    string Digest,
    Uri Requested,
    Uri Address,
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset FetchedAt,
    int Length,
    string Blob)
{
    /// <summary>Where in a WARC file it is; null for a page that is kept by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PagePlace? Place { get; init; }

    /// <summary>The day it was fetched, in UTC.</summary>
    [JsonIgnore]
    internal DateOnly Day => DateOnly.FromDateTime(FetchedAt.UtcDateTime);
}
