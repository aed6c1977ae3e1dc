using System.Runtime.CompilerServices;

namespace NewsWatch.Storage;

/// <summary>
/// Lists records, and nothing else: what lies among them and is none of ours, as an editor's copy or a folder's own file, is noted as damaged
/// and passed over.
/// </summary>
public static class RecordNames
{
    private const string Suffix = ".json";

    /// <summary>Names of the records below a prefix, in ordinal order, those in folders below it included.</summary>
    public static IAsyncEnumerable<string> ListRecordsAsync(this IBlobs blobs, string prefix, DamagedRecords damaged, CancellationToken cancellation)
        => blobs.ListRecordsAsync(prefix, damaged, name => name.EndsWith(Suffix, StringComparison.Ordinal), cancellation);

    /// <summary>Names of the records below a prefix that are called as ours are.</summary>
    public static async IAsyncEnumerable<string> ListRecordsAsync(
        this IBlobs blobs, string prefix, DamagedRecords damaged, Func<string, bool> isOurs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(damaged);
        ArgumentNullException.ThrowIfNull(isOurs);
        await foreach (var name in blobs.ListAsync(prefix, cancellation))
            if (BlobName.Is(name) && isOurs(name))
                yield return name;
            else
                damaged.Note(name, "It is none of NewsWatch's records.");
    }

    /// <summary>Ids of the records that lie right below a prefix as <c>{prefix}{id}.json</c>, in ordinal order.</summary>
    public static async IAsyncEnumerable<string> ListIdsAsync(
        this IBlobs blobs, string prefix, DamagedRecords damaged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        await foreach (var name in blobs.ListRecordsAsync(prefix, damaged, cancellation))
            if (!name[prefix.Length..].Contains('/'))
                yield return name[prefix.Length..^Suffix.Length];
    }
}
