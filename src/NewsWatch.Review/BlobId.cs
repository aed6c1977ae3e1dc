using System.Buffers;

namespace NewsWatch.Review;

/// <summary>Ids as they come in an address, before they become part of a blob's name.</summary>
internal static class BlobId
{
    private const int MaxLength = 120;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>True for what can be an id: no dot, no slash, nothing a store would take for a path.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(Allowed);
}
