using System.Text;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// UTF-8 in which every byte that does not belong is windows-1252: what comes of pasting, and of feeds in windows-1252 that say they are
/// UTF-8.
/// </summary>
internal static class MixedUtf8
{
    public static Encoding Encoding { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WindowsFallback());

    /// <summary>Whether the bytes beyond ASCII are for the greater part well-formed UTF-8.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> body)
    {
        int good = 0, bad = 0;
        for (var at = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F); at >= 0; at = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F))
        {
            body = body[at..];
            if (Rune.DecodeFromUtf8(body, out _, out var consumed) == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            body = body[consumed..];
        }
        return good > bad;
    }

    private sealed class WindowsFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding Windows1252 = EncodingNames.Get(1252);
        private string characters = "";
        private int next;

        public override int Remaining => characters.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            characters = Windows1252.GetString(bytesUnknown);
            next = 0;
            return characters.Length > 0;
        }

        public override char GetNextChar() => next < characters.Length ? characters[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;
            next--;
            return true;
        }

        public override void Reset()
        {
            characters = "";
            next = 0;
        }
    }
}
