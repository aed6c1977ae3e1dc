using System.Buffers;

namespace NewsWatch.Storage;

/// <summary>What a blob may be called, so that every store can hold it and none is led out of its folder.</summary>
public static class BlobName
{
    /// <summary>Most characters in a name.</summary>
    public const int MaxLength = 512;

    private const int MaxSegmentLength = 200;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>
    /// Checks a name: segments of lower-case ASCII letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, each beginning with a letter or
    /// digit and not ending with a dot, separated by <c>/</c>.
    /// </summary>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">It is not such a name.</exception>
    public static string Check(string name)
    {
        if (name.Length > MaxLength)
            throw new ArgumentException($"A blob's name has at most {MaxLength} characters, this one {name.Length}.", nameof(name));
        return Is(name)
            ? name
            : throw new ArgumentException($"'{name}' cannot name a blob: lower-case letters, digits, '.', '_' and '-' between '/'.", nameof(name));
    }

    /// <summary>Whether a blob may be called so.</summary>
    public static bool Is(string name)
    {
        if (name.Length > MaxLength)
            return false;
        foreach (var range in name.AsSpan().Split('/'))
            if (!IsSegment(name.AsSpan(range)))
                return false;
        return true;
    }

    /// <summary>Whether a segment of a name may be spelt so.</summary>
    public static bool IsSegment(ReadOnlySpan<char> segment)
        => segment.Length is > 0 and <= MaxSegmentLength
            && char.IsAsciiLetterOrDigit(segment[0])
            && segment[^1] != '.'
            && !segment.ContainsAnyExcept(Allowed);
}
