using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsWatch.Fetching;

/// <summary>
/// Whether a compressed body came to its end: a connection that breaks off leaves the beginning of a text that looks like all of it, and the
/// framework's decoders say nothing of it.
/// </summary>
internal static class CompressedEnd
{
    // Some servers send a few bytes more than the format has.
    private const int LooselyAfter = 64;

    private static ReadOnlySpan<byte> MemberMark => [0x1F, 0x8B, 0x08];

    /// <summary>True where the body ends as its format says, and where a format does not say how it ends.</summary>
    /// <param name="coding">How it was decoded.</param>
    /// <param name="sent">As sent.</param>
    /// <param name="decoded">All that was decoded of it.</param>
    public static bool IsThere(string coding, ReadOnlySpan<byte> sent, ReadOnlySpan<byte> decoded) => coding switch
    {
        // RFC 1952, 2.3.1: ISIZE. Of several members the last says its own size alone.
        "gzip" or "x-gzip" => EndsWith(sent, (uint)decoded.Length) || HasSeveralMembers(sent),
        "br" => IsWholeBrotli(sent),
        _ => true,
    };

    private static bool EndsWith(ReadOnlySpan<byte> sent, uint size)
    {
        Span<byte> sought = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sought, size);
        return sent[Math.Max(0, sent.Length - sizeof(uint) - LooselyAfter)..].IndexOf(sought) >= 0;
    }

    private static bool HasSeveralMembers(ReadOnlySpan<byte> sent) => sent[1..].IndexOf(MemberMark) >= 0;

    private static bool IsWholeBrotli(ReadOnlySpan<byte> sent)
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
