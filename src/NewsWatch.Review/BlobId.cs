using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using NewsWatch.Storage;

namespace NewsWatch.Review;

/// <summary>Ids as they come in an address, before they become part of a blob's name.</summary>
internal static class BlobId
{
    private const int MaxLength = 120;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>True for what can be an id: no dot, no slash, nothing a store would take for a path.</summary>
    public static bool IsValid([NotNullWhen(true)] string? id)
        => id is { Length: <= MaxLength } && !id.AsSpan().ContainsAnyExcept(Allowed) && BlobName.IsSegment(id);
}
