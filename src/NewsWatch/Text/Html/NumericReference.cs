namespace NewsWatch.Text.Html;

/// <summary>References such as <c>&amp;#8217;</c> and <c>&amp;#x2019;</c>.</summary>
internal static class NumericReference
{
    // Where 128 to 159 are named, windows-1252 is meant (HTML, 13.2.5.80): these are its characters, 0 where it has none.
    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>Length of the reference at the start of the text if XML allows it as it stands; else 0.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var length = ReadWritten(text, out var code);
        return length > 0 && text[length - 1] == ';' && text[2] != 'X' && XmlCharacters.Allows(code) && code is < 0x80 or > 0x9F ? length : 0;
    }

    /// <summary>
    /// Length of the reference with or without its semicolon, 0 where there are no digits. A code too large for a character comes out as
    /// int.MaxValue.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, out int code)
    {
        var length = ReadWritten(text, out code);
        if (length > 0 && code is >= 0x80 and <= 0x9F && Windows1252[code - 0x80] is not '\0' and var meant) code = meant;
        return length;
    }

    private static int ReadWritten(ReadOnlySpan<char> text, out int code)
    {
        code = 0;
        if (text is not ['&', '#', ..]) return 0;
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var at = start;
        for (; at < text.Length && (hex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
        {
            var digit = char.IsAsciiDigit(text[at]) ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10;
            code = code > 0x110000 ? int.MaxValue : code * (hex ? 16 : 10) + digit;
        }
        if (at == start) return 0;
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }
}
