namespace NewsWatch.Storage;

/// <summary>
/// Named blobs. Names are lower-case paths with <c>/</c> (<see cref="BlobName"/>); the same port over Azure and over a folder. Any
/// method throws <see cref="StorageUnavailableException"/> where the store cannot be reached, read or written.
/// </summary>
public interface IBlobs
{
    /// <summary>
    /// True where pipelines of other processes may work on the same blobs at the same time: what they must agree on is then kept here, not in
    /// memory.
    /// </summary>
    bool IsShared => false;

    /// <summary>Content and tag of a blob; null where there is none.</summary>
    Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>Writes if the condition holds; returns the new tag, or null where it does not hold and nothing was written.</summary>
    Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation);

    /// <summary>
    /// Appends one line (without its line feed) to a blob of lines, made if absent. Concurrent writers lose nothing. A blob of lines
    /// is never written in any other way; text after its last line feed is an append that did not end, and does not count. Where a
    /// store bounds the number of lines (Azure: 50,000), it goes on in <c>{name}.02</c>, <c>{name}.03</c> and so on, listed after it.
    /// </summary>
    Task AppendLineAsync(string name, string line, CancellationToken cancellation);

    /// <summary>
    /// Content of a blob from byte <paramref name="start"/> on, empty at or past its end; null where there is none. For blobs of lines, of
    /// which only the tail is new.
    /// </summary>
    async Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
        => await ReadAsync(name, cancellation) is { Content: var whole } ? whole[(int)Math.Min(start, whole.Length)..] : default(ReadOnlyMemory<byte>?);

    /// <summary>
    /// <paramref name="length"/> bytes of a blob from byte <paramref name="start"/> on, fewer where it ends before; null where there is none.
    /// For blobs that hold many records.
    /// </summary>
    async Task<ReadOnlyMemory<byte>?> ReadRangeAsync(string name, long start, int length, CancellationToken cancellation)
        => await ReadFromAsync(name, start, cancellation) is { } rest ? rest[..Math.Min(length, rest.Length)] : default(ReadOnlyMemory<byte>?);

    /// <summary>Names that begin with <paramref name="prefix"/>, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>Deletes; false where there was none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellation);
}

/// <summary>A blob as read.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">Different wherever the content differs; for <see cref="WriteCondition.IfUnchanged"/>.</param>
public sealed record StoredBlob(ReadOnlyMemory<byte> Content, string Tag);

/// <summary>When a write may happen.</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(bool mustBeAbsent, string? tag) => (MustBeAbsent, Tag) = (mustBeAbsent, tag);

    /// <summary>The blob must not exist.</summary>
    public bool MustBeAbsent { get; }

    /// <summary>The blob must still have this tag; null for no such condition.</summary>
    public string? Tag { get; }

    /// <summary>Always, over whatever is there.</summary>
    public static WriteCondition Always => default;

    /// <summary>Only where there is no such blob.</summary>
    public static WriteCondition IfAbsent => new(true, null);

    /// <summary>Only where the blob still has this tag.</summary>
    public static WriteCondition IfUnchanged(string tag) => new(false, tag);
}
