using System.Buffers;
using System.Text;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// Text that was UTF-8, was taken for windows-1252 or Latin-1, and was written as UTF-8 once more: <c>donâ€™t</c> for <c>don’t</c>.
/// </summary>
internal static class TwiceEncoded
{
    /// <summary>Fewer such sequences in a text may be meant.</summary>
    private const int Proof = 3;

    /// <summary>The longest character of UTF-8, in bytes.</summary>
    private const int Longest = 4;

    private static readonly SearchValues<char> Leads =
        SearchValues.Create([.. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(code => (char)code)]);

    /// <summary>What windows-1252 has between 0x80 and 0x9F, by character.</summary>
    private static readonly Dictionary<char, byte> Windows = Enumerable.Range(0x80, 0x20)
        .ToDictionary(code => EncodingNames.Get(1252).GetString([(byte)code])[0], code => (byte)code);

    /// <summary>The text as it was meant; as it is where nothing proves that it was encoded twice.</summary>
    public static string Undo(string text)
    {
        StringBuilder? undone = null;
        int kept = 0, found = 0;
        for (var at = text.AsSpan().IndexOfAny(Leads); at >= 0;)
        {
            if (Read(text.AsSpan(at), out var meant) is > 0 and var length)
            {
                (undone ??= new(text.Length)).Append(text, kept, at - kept).Append(meant.ToString());
                kept = at + length;
                found++;
            }
            var from = Math.Max(at + 1, kept);
            var next = text.AsSpan(from).IndexOfAny(Leads);
            at = next < 0 ? -1 : from + next;
        }
        return found < Proof ? text : undone!.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>The characters that are one of UTF-8 in another guise; 0 where they are themselves.</summary>
    private static int Read(ReadOnlySpan<char> text, out Rune meant)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        bytes[0] = (byte)text[0];
        var length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : Longest;
        meant = default;
        if (text.Length < length)
            return 0;
        for (var i = 1; i < length; i++)
        {
            if (text[i] is >= '\u0080' and <= '\u00BF')
                bytes[i] = (byte)text[i];
            else if (!Windows.TryGetValue(text[i], out bytes[i]))
                return 0;
        }
        return Rune.DecodeFromUtf8(bytes[..length], out meant, out _) is OperationStatus.Done ? length : 0;
    }
}
