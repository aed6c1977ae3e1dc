using System.Text;

namespace NewsWatch.Text;

/// <summary>Bytes of a body whose encoding is not known yet, looked at as the ASCII that markup is written in.</summary>
internal static class AsciiText
{
    /// <summary>True where a word stands somewhere in the bytes, in letters of either case.</summary>
    /// <param name="bytes">Looked through.</param>
    /// <param name="word">Lower-case ASCII, not empty.</param>
    public static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word)
    {
        var capital = char.IsAsciiLetterLower((char)word[0]) ? (byte)(word[0] - 'a' + 'A') : word[0];
        while (bytes.IndexOfAny(word[0], capital) is >= 0 and var at && bytes.Length - at >= word.Length)
        {
            if (Ascii.EqualsIgnoreCase(bytes.Slice(at, word.Length), word))
                return true;
            bytes = bytes[(at + 1)..];
        }
        return false;
    }
}
