using System.Text;
using System.Text.Unicode;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// The bytes of a page to text, in the order of the HTML standard (byte order mark, header, meta), but for one thing: bytes that are
/// well-formed UTF-8 beyond ASCII are UTF-8 whatever is declared, for hardly any other text looks so by chance. Feeds have an order of
/// their own, see <see cref="BodyDecoder"/>. Never fails: bytes that fit no encoding become U+FFFD.
/// </summary>
internal static class PageDecoder
{
    /// <summary>The standard looks for a meta in the first 1024 bytes; pages that put scripts first need more.</summary>
    private const int Prescan = 4096;

    /// <summary>The page as text.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByteOrder.Find(body) is var (marked, length) && (length > 0 || body is not [(byte)'{', ..]))
            return marked.GetString(body[length..]);
        if (!Ascii.IsValid(body) && Utf8.IsValid(body))
            return TwiceEncoded.Undo(Encoding.UTF8.GetString(body));
        var declared = EncodingNames.Find(DeclaredEncoding.FromHeader(contentType))
            ?? EncodingNames.Find(DeclaredEncoding.FromHeader(Encoding.Latin1.GetString(body[..Math.Min(Prescan, body.Length)])));
        return (declared ?? Guess(body)).GetString(body);
    }

    /// <summary>Mostly well-formed UTF-8 with a few broken bytes, cut in the middle as often as not, stays UTF-8.</summary>
    private static Encoding Guess(ReadOnlySpan<byte> body)
        => MixedUtf8.IsMostlyUtf8(body) ? Encoding.UTF8 : EncodingGuess.Of(body) ?? EncodingNames.Get(1252);
}
