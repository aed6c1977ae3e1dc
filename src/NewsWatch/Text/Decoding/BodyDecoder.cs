using System.Text;
using System.Text.Unicode;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// Bytes to text: byte order mark, then the declaration, then the header, then UTF-8 (XML 1.0 appendix F, but RFC 7303's precedence of the
/// header left aside: servers name a charset they were configured with, authors the one they wrote in). What the bytes themselves prove
/// outranks every name: text that is UTF-8 with a few longer sequences in it was meant so, whatever it is called.
/// </summary>
internal static class BodyDecoder
{
    // Text in another encoding is UTF-8 by accident for a sequence or two, hardly for four.
    private const int ProofOfUtf8 = 4;

    public static DecodedBody Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByteOrder.Find(body) is var (marked, length))
            return Marked(marked, body[length..]);
        var named = EncodingNames.Find(DeclaredEncoding.Read(body)) ?? EncodingNames.Find(DeclaredEncoding.FromHeader(contentType));
        return Utf8.IsValid(body) ? ValidUtf8(body, named) : Legacy(body, named, contentType);
    }

    private static DecodedBody Marked(Encoding encoding, ReadOnlySpan<byte> body) => encoding.CodePage == Encoding.UTF8.CodePage && !Utf8.IsValid(body)
        ? new(MixedUtf8.Encoding.GetString(body), true)
        : new(encoding.GetString(body).TrimStart('\uFEFF'), false);

    private static DecodedBody ValidUtf8(ReadOnlySpan<byte> body, Encoding? named)
    {
        if (named is null || named.CodePage == Encoding.UTF8.CodePage)
            return new(Encoding.UTF8.GetString(body), false);
        // ISO-2022-JP and HZ write everything in seven bits: what is ASCII to the eye is text only to them.
        if (EncodingNames.IsSevenBit(named) || (!EncodingNames.IsWestern(named) && Sequences(body) is > 0 and < ProofOfUtf8))
            return new(named.GetString(body), false);
        return new(Encoding.UTF8.GetString(body), Sequences(body) > 0);
    }

    private static DecodedBody Legacy(ReadOnlySpan<byte> body, Encoding? named, string? contentType)
    {
        if (named?.CodePage == Encoding.UTF8.CodePage)
            named = EncodingNames.Find(DeclaredEncoding.FromHeader(contentType)) is { } header && header.CodePage != named.CodePage ? header : null;
        if (named is not null)
            return new(named.GetString(body), false);
        return new((MixedUtf8.IsMostlyUtf8(body) ? MixedUtf8.Encoding : EncodingGuess.Of(body) ?? MixedUtf8.Encoding).GetString(body), true);
    }

    private static int Sequences(ReadOnlySpan<byte> body)
    {
        var count = 0;
        for (var at = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F); at >= 0 && count < ProofOfUtf8; count++)
        {
            Rune.DecodeFromUtf8(body[at..], out _, out var consumed);
            body = body[(at + consumed)..];
            at = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        }
        return count;
    }
}
