using System.Buffers;

namespace NewsWatch.Text.Html;

/// <summary>Markup and references brought to plain text.</summary>
internal static class PlainText
{
    // What is markup, a blank, a mark that no one sees, or a control character, which no text is meant to hold.
    private static readonly SearchValues<char> Work = SearchValues.Create(
        ['<', '&', ' ', '\u00A0', '\u200B', '\uFEFF', '\u00AD', .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>
    /// Text on one line. Titles are often escaped once too often: what is still a tag or reference after the first reading is read again.
    /// What is longer than <see cref="Bound.Line"/> is cut.
    /// </summary>
    /// <param name="text">As the feed has it.</param>
    /// <param name="isHtml">Whether tags are markup; else they are kept as text.</param>
    public static string Title(string? text, bool isHtml)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = Render(Bound.Cut(text, Bound.LineMarkup), isHtml, lines: false);
        if (plain.Contains('&', StringComparison.Ordinal) || InlineTags.Occur(plain)) plain = Render(plain, InlineTags.Occur(plain), lines: false);
        return Bound.Cut(plain, Bound.Line);
    }

    /// <summary>Text with a line for each block of the markup.</summary>
    public static string Body(string? text, bool isHtml) => string.IsNullOrEmpty(text) ? "" : Render(text, isHtml, lines: true);

    private static string Render(string text, bool isHtml, bool lines)
    {
        if (!NeedsWork(text)) return text;
        // No reference is shorter than what it stands for, so the text never grows.
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var writer = new LineWriter(buffer, lines);
            Render(text, isHtml, ref writer);
            return writer.Finish();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool NeedsWork(ReadOnlySpan<char> text)
    {
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return true;
        for (var at = text.IndexOfAny(Work); at >= 0; at = text.IndexOfAny(Work))
        {
            if (text[at] != ' ' || text[at + 1] == ' ') return true;
            text = text[(at + 1)..];
        }
        return false;
    }

    private static void Render(ReadOnlySpan<char> text, bool isHtml, ref LineWriter writer)
    {
        // Beyond the last '>' there are no more tags to look for.
        var tags = isHtml ? text.LastIndexOf('>') + 1 : 0;
        var comments = isHtml ? text.LastIndexOf("-->") : 0;
        for (var at = text.IndexOfAny(Work); at >= 0; at = text.IndexOfAny(Work))
        {
            writer.Write(text[..at]);
            text = text[at..];
            tags -= at;
            comments -= at;
            var length = text[0] switch
            {
                '<' => tags > 0 ? HtmlTag.Skip(text, comments > 0, ref writer) : 0,
                '&' => Reference(text, ref writer),
                '\u200B' or '\uFEFF' or '\u00AD' => 1,
                '\n' when !isHtml => Line(ref writer),
                _ => Space(ref writer),
            };
            if (length == 0) writer.Write(text[..++length]);
            text = text[length..];
            tags -= length;
            comments -= length;
        }
        writer.Write(text);
    }

    private static int Line(ref LineWriter writer)
    {
        writer.Line();
        return 1;
    }

    private static int Space(ref LineWriter writer)
    {
        writer.Space();
        return 1;
    }

    private static int Reference(ReadOnlySpan<char> text, ref LineWriter writer)
    {
        var length = NumericReference.Read(text, out var code);
        if (length > 0)
        {
            if (code is 0xA0 or ' ' || (code < 0xA0 && char.IsControl((char)code))) writer.Space();
            else if (XmlCharacters.Allows(code) && code is not (0x200B or 0xFEFF or 0xAD)) writer.Write(char.ConvertFromUtf32(code));
            return length;
        }
        length = HtmlEntities.Find(text, out var characters);
        if (length == 0) return 0;
        if (characters is "\u00A0") writer.Space();
        else if (characters is not "\u00AD" and not "\u200B") writer.Write(characters);
        return length;
    }
}
