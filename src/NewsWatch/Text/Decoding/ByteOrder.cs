using System.Text;

namespace NewsWatch.Text.Decoding;

/// <summary>What the first four bytes give away (XML 1.0, appendix F.1).</summary>
internal static class ByteOrder
{
    private static readonly Encoding BigEndian32 = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <summary>
    /// The encoding and the length of the byte order mark, 0 where the order shows without one; null where nothing shows.
    /// </summary>
    public static (Encoding Encoding, int Mark)? Find(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (BigEndian32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (BigEndian32, 0),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        [0x4C, 0x6F, 0xA7, 0x94, ..] when EncodingNames.Find("ibm037") is { } ebcdic => (ebcdic, 0),
        _ => null,
    };
}
