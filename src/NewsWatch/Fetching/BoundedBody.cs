using System.IO.Compression;

namespace NewsWatch.Fetching;

/// <summary>A body read within bounds: as sent, and again after each decoding.</summary>
/// <param name="Bytes">What was read, decoded.</param>
/// <param name="IsWhole">False where there was more than allowed; the bytes are then the beginning.</param>
internal sealed record BoundedBody(byte[] Bytes, bool IsWhole)
{
    // More would be a way to make us work, not a way to send a page.
    private const int MaxCodings = 3;

    /// <summary>Reads a body.</summary>
    /// <exception cref="InvalidDataException">It is not what its Content-Encoding says, or that is not one we know.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<BoundedBody> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellation)
    {
        var codings = content.Headers.ContentEncoding.Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (codings.Count > MaxCodings)
            throw new InvalidDataException($"{codings.Count} content codings");
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var body = await ReadAsync(stream, maxBytes, cancellation);
        for (var index = codings.Count - 1; index >= 0 && body.Bytes.Length > 0; index--)
        {
            await using var decoder = Decoder(codings[index].ToLowerInvariant(), body.Bytes);
            body = await DecodeAsync(decoder, body, maxBytes, cancellation);
        }
        return body;
    }

    private static async Task<BoundedBody> DecodeAsync(Stream decoder, BoundedBody sent, int maxBytes, CancellationToken cancellation)
    {
        try
        {
            var decoded = await ReadAsync(decoder, maxBytes, cancellation);
            return decoded with { IsWhole = decoded.IsWhole && sent.IsWhole };
        }
        catch (InvalidOperationException failure)
        {
            // How BrotliStream says what the others say by InvalidDataException.
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    private static async Task<BoundedBody> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            var room = maxBytes - (int)bytes.Length;
            bytes.Write(buffer, 0, Math.Min(count, room));
            if (count > room)
                return new(bytes.ToArray(), false);
        }
        return new(bytes.ToArray(), true);
    }

    private static Stream Decoder(string coding, byte[] bytes) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "deflate" when IsZLib(bytes) => new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "deflate" => new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress),
        _ => throw new InvalidDataException($"content coding '{coding}'"),
    };

    // "deflate" means the zlib format (RFC 9110, 8.4.1.2), but some servers send the bare one (RFC 1951).
    private static bool IsZLib(byte[] bytes)
        => bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
