using System.IO.Compression;

namespace NewsWatch.Fetching;

/// <summary>
/// A body read within bounds: as sent, and again after each decoding. What a body is, its first bytes tell before its headers do: servers
/// send gzip without saying so, and plain text labelled as gzip.
/// </summary>
/// <param name="Bytes">What was read, decoded.</param>
/// <param name="IsWhole">False where there was more than allowed; the bytes are then the beginning.</param>
internal sealed record BoundedBody(byte[] Bytes, bool IsWhole)
{
    // More would be a way to make us work, not a way to send a page.
    private const int MaxCodings = 3;
    private const int LookedAt = 512;
    private const int FirstRoom = 64 * 1024;
    private const int MostAtOnce = 1024 * 1024;

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B, 0x08];

    /// <summary>Reads a body.</summary>
    /// <exception cref="InvalidDataException">It is compressed in a way that we do not know, or broken.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<BoundedBody> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellation)
    {
        // Some put a charset or nonsense here, which says nothing of compression.
        var codings = content.Headers.ContentEncoding.Select(coding => coding.ToLowerInvariant()).Where(IsCompression).ToList();
        if (codings.Count > MaxCodings)
            throw new InvalidDataException($"{codings.Count} content codings");
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var body = await ReadAsync(stream, content.Headers.ContentLength, maxBytes, cancellation);
        for (var index = codings.Count - 1; index >= 0 && body.Bytes.Length > 0; index--)
            body = await DecodeAsync(codings[index], body, maxBytes, cancellation);
        for (var layers = codings.Count; layers < MaxCodings && body.Bytes.AsSpan().StartsWith(GzipMark); layers++)
            body = await DecodeAsync("gzip", body, maxBytes, cancellation);
        return body;
    }

    private static async Task<BoundedBody> DecodeAsync(string coding, BoundedBody sent, int maxBytes, CancellationToken cancellation)
    {
        var isGzip = sent.Bytes.AsSpan().StartsWith(GzipMark);
        if (coding is "gzip" or "x-gzip" && !isGzip && IsText(sent.Bytes))
            return sent;
        try
        {
            var format = isGzip ? "gzip" : Format(coding, sent.Bytes);
            await using var decoder = Decoder(format, sent.Bytes);
            var decoded = await ReadAsync(decoder, null, maxBytes, cancellation);
            if (decoded.IsWhole && sent.IsWhole && !CompressedEnd.IsThere(format, sent.Bytes, decoded.Bytes.Length))
                throw new IOException("the body ends in the middle of its compression");
            return decoded with { IsWhole = decoded.IsWhole && sent.IsWhole };
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            // InvalidOperationException is how BrotliStream says what the others say by InvalidDataException.
            return IsText(sent.Bytes) ? sent : throw new InvalidDataException(failure.Message, failure);
        }
    }

    /// <param name="stream">Read to its end, or to the bound.</param>
    /// <param name="expected">Bytes that it is said to have; a body that holds what its sender says is read into one array.</param>
    /// <param name="maxBytes">The bound.</param>
    /// <param name="cancellation">Stops it.</param>
    private static async Task<BoundedBody> ReadAsync(Stream stream, long? expected, int maxBytes, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Min(expected is > 0 and <= MostAtOnce ? expected.Value : FirstRoom, maxBytes)];
        var further = new byte[1];
        var length = 0;
        while (true)
        {
            var isFull = length == bytes.Length;
            var count = await stream.ReadAsync(isFull ? further : bytes.AsMemory(length), cancellation);
            if (count == 0)
                return new(length == bytes.Length ? bytes : bytes[..length], true);
            if (isFull && length == maxBytes)
                return new(bytes, false);
            if (isFull)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * length, maxBytes));
                bytes[length] = further[0];
            }
            length += count;
        }
    }

    private static Stream Decoder(string format, byte[] bytes) => format switch
    {
        "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "zlib" => new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "deflate" => new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress),
        _ => throw new InvalidDataException($"content coding '{format}'"),
    };

    // "deflate" means the zlib format (RFC 9110, 8.4.1.2), but some servers send the bare one (RFC 1951).
    private static string Format(string coding, byte[] bytes) => coding switch
    {
        "x-gzip" => "gzip",
        "deflate" when IsZLib(bytes) => "zlib",
        _ => coding,
    };

    /// <summary>The codings IANA knows, and one more that servers use; anything else is no coding of a body.</summary>
    private static bool IsCompression(string coding)
        => coding is "gzip" or "x-gzip" or "br" or "deflate" or "compress" or "x-compress" or "zstd" or "dcb" or "dcz"
            or "pack200-gzip" or "exi" or "aes128gcm" or "lzma";

    private static bool IsZLib(byte[] bytes)
        => bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    /// <summary>Text of any encoding has none of the control characters that compressed bytes are full of; UTF-16 has its mark.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        foreach (var one in bytes[..Math.Min(LookedAt, bytes.Length)])
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                return false;
        return true;
    }
}
