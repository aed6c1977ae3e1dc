using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsWatch.ExtractArticle.Reading.Decoding;

/// <summary>
/// Bytes to text, in the order of the HTML standard (byte order mark, header, meta), but for one thing: bytes that are well-formed
/// UTF-8 beyond ASCII are UTF-8 whatever is declared, for hardly any other text looks so by chance. Never fails: bytes
/// that fit no encoding become U+FFFD.
/// </summary>
internal static class PageDecoder
{
    /// <summary>The standard looks for a meta in the first 1024 bytes; pages that put scripts first need more.</summary>
    private const int Prescan = 4096;

    private static readonly SearchValues<byte> EndOfLabel = SearchValues.Create("\"'; />\t\r\n"u8);

    /// <summary>The page as text.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.StartsWith("\uFEFF"u8))
            return Encoding.UTF8.GetString(body[3..]);
        if (body is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(body[2..]);
        if (body is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(body[2..]);
        var declared = Find(Label(contentType)) ?? Find(Label(body[..Math.Min(Prescan, body.Length)]));
        if (!Ascii.IsValid(body) && Utf8.IsValid(body))
            return Encoding.UTF8.GetString(body);
        return (declared ?? Fallback(body)).GetString(body);
    }

    /// <summary>Mostly well-formed UTF-8 with a few broken bytes, cut in the middle as often as not, stays UTF-8.</summary>
    private static Encoding Fallback(ReadOnlySpan<byte> body)
    {
        int broken = 0, multibyte = 0;
        while (!body.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(body, out _, out var used);
            if (status is not OperationStatus.Done)
                broken++;
            else if (used > 1)
                multibyte++;
            body = body[used..];
        }
        return multibyte > broken ? Encoding.UTF8 : Find("windows-1252")!;
    }

    private static string? Label(string? contentType)
    {
        const string key = "charset=";
        var at = contentType?.IndexOf(key, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var label = contentType.AsSpan(at + key.Length).Trim(" \"'");
        var end = label.IndexOfAny("\"'; ");
        return (end < 0 ? label : label[..end]).ToString();
    }

    private static string? Label(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> key = "charset="u8;
        var at = head.IndexOf(key);
        if (at < 0)
            at = head.IndexOf("CHARSET="u8);
        if (at < 0)
            return null;
        var label = head[(at + key.Length)..].TrimStart(" \"'"u8);
        var end = label.IndexOfAny(EndOfLabel);
        return end is <= 0 or > 40 ? null : Encoding.ASCII.GetString(label[..end]);
    }

    /// <summary>Labels as the Encoding Standard reads them where it differs from .NET; null for unknown ones.</summary>
    private static Encoding? Find(string? label)
    {
        if (label is null)
            return null;
        var name = label.Trim().ToLowerInvariant() switch
        {
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "iso8859-1" or "ascii" or "us-ascii" or "l1" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
            "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            "utf-16" or "utf-16le" or "utf-16be" or "utf-7" => "utf-8",
            var other => other,
        };
        try
        {
            return name is "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
