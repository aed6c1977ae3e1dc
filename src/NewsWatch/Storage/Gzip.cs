using System.IO.Compression;

namespace NewsWatch.Storage;

/// <summary>Records that are kept packed.</summary>
internal static class Gzip
{
    /// <summary>One gzip member (RFC 1952); the same bytes are packed alike each time.</summary>
    /// <param name="content">What to pack.</param>
    /// <param name="level">Of zlib, 0 to 9.</param>
    public static byte[] Pack(ReadOnlySpan<byte> content, int level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>The first <paramref name="length"/> bytes of what was packed, fewer where it holds fewer.</summary>
    /// <exception cref="InvalidDataException">It is no gzip.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, int length)
    {
        var content = new byte[length];
        using var gzip = Open(packed);
        return content.AsMemory(0, gzip.ReadAtLeast(content, length, throwOnEndOfStream: false));
    }

    /// <summary>All of what was packed.</summary>
    /// <exception cref="InvalidDataException">It is no gzip.</exception>
    public static byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        using var content = new MemoryStream();
        using var gzip = Open(packed);
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static GZipStream Open(ReadOnlyMemory<byte> packed)
        => new(
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(packed, out var bytes)
                ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new MemoryStream(packed.ToArray(), writable: false),
            CompressionMode.Decompress);
}
