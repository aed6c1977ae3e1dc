using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsWatch.Fetching;

/// <summary>
/// Whether a compressed body came to its end: a connection that breaks off leaves the beginning of a text that looks like all of it, and the
/// framework's decoders say nothing of it. What a format adds after the text, a checksum or padding, may be missing: the text is there.
/// </summary>
internal static class CompressedEnd
{
    // Some servers send a few bytes more than the format has.
    private const int LooselyAfter = 64;

    // RFC 1952, 2.3.1: of these flags each has a field of its own before the compressed text.
    private const int HasChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16, FixedHeader = 10;

    // RFC 1950, 2.2.
    private const int ZLibHeader = 2;

    private static ReadOnlySpan<byte> MemberMark => [0x1F, 0x8B, 0x08];

    /// <summary>True where the text ends as its format says.</summary>
    /// <param name="coding">How it was decoded: <c>gzip</c>, <c>br</c>, <c>zlib</c>, or <c>deflate</c> for the bare format (RFC 1951).</param>
    /// <param name="sent">As sent.</param>
    /// <param name="decoded">Bytes that were decoded of it.</param>
    public static bool IsThere(string coding, byte[] sent, int decoded) => coding switch
    {
        "gzip" => SaysSize(sent, (uint)decoded) || HasSeveralMembers(sent) || IsDeflated(sent, GzipHeader(sent), decoded),
        "br" => IsBrotli(sent),
        "zlib" => IsDeflated(sent, ZLibHeader, decoded),
        _ => IsDeflated(sent, 0, decoded),
    };

    /// <summary>The size is the last of a gzip member, and spares decoding it twice.</summary>
    private static bool SaysSize(ReadOnlySpan<byte> sent, uint size)
    {
        Span<byte> sought = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sought, size);
        return sent[Math.Max(0, sent.Length - sizeof(uint) - LooselyAfter)..].IndexOf(sought) >= 0;
    }

    private static bool HasSeveralMembers(ReadOnlySpan<byte> sent) => sent[1..].IndexOf(MemberMark) >= 0;

    private static int GzipHeader(ReadOnlySpan<byte> sent)
    {
        if (sent.Length < FixedHeader)
            return sent.Length;
        var (flags, at) = (sent[3], FixedHeader);
        if ((flags & HasExtra) != 0 && at + sizeof(ushort) <= sent.Length)
            at += sizeof(ushort) + BinaryPrimitives.ReadUInt16LittleEndian(sent[at..]);
        foreach (var text in new[] { HasName, HasComment })
            if ((flags & text) != 0)
                at += at < sent.Length ? sent[at..].IndexOf((byte)0) + 1 : 0;
        at += (flags & HasChecksum) != 0 ? sizeof(ushort) : 0;
        return Math.Min(at, sent.Length);
    }

    /// <summary>True where nothing that comes after it makes the text longer, or no text: it has ended by itself.</summary>
    private static bool IsDeflated(byte[] sent, int header, int decoded)
    {
        // No block begins with three bits set (RFC 1951, 3.2.3), and in the middle of one any bits stand for something.
        var more = new byte[sent.Length - header + LooselyAfter];
        more.AsSpan().Fill(0xFF);
        sent.AsSpan(header).CopyTo(more);
        var room = new byte[16 * 1024];
        var length = 0L;
        try
        {
            using var decoder = new DeflateStream(new MemoryStream(more), CompressionMode.Decompress);
            while (length <= decoded && decoder.Read(room) is > 0 and var count)
                length += count;
            return length == decoded;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsBrotli(ReadOnlySpan<byte> sent)
    {
        using var decoder = new BrotliDecoder();
        Span<byte> room = stackalloc byte[4096];
        while (true)
            switch (decoder.Decompress(sent, room, out var consumed, out _))
            {
                case OperationStatus.Done:
                    return true;
                case OperationStatus.DestinationTooSmall:
                    sent = sent[consumed..];
                    break;
                default:
                    return false;
            }
    }
}
