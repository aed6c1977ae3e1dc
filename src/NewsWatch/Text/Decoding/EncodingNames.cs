using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// Encodings by the names feeds use, widened as browsers do (WHATWG Encoding, 4.2): ISO-8859-1 means windows-1252, GB2312 means GB18030.
/// </summary>
internal static partial class EncodingNames
{
    private const int Latin1 = 28591, Ascii = 20127, Windows1252 = 1252;

    private static readonly ConcurrentDictionary<string, Encoding?> Known = new(StringComparer.OrdinalIgnoreCase);

    static EncodingNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null where nobody knows the name, or it names an encoding whose bytes could not have been read this far.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (Known.TryGetValue(name, out var known)) return known;
        var found = Resolve(name);
        if (Known.Count < 256) Known.TryAdd(name, found);
        return found;
    }

    /// <summary>By code page number, which must be one that .NET knows.</summary>
    public static Encoding Get(int codePage) => Encoding.GetEncoding(codePage);

    public static bool IsWestern(Encoding encoding) => encoding.CodePage is Latin1 or Ascii or Windows1252;

    public static bool IsSevenBit(Encoding encoding) => encoding.CodePage is 50220 or 50221 or 50222 or 50225 or 52936;

    private static Encoding? Resolve(string name)
    {
        var encoding = ByName(name) ?? ByShape(name);
        if (encoding is null) return null;
        return encoding.CodePage switch
        {
            Latin1 or Ascii => Get(Windows1252),
            28599 => Get(1254),
            936 or 20936 => Get(54936),
            // The declaration was read as single bytes: it cannot be in an encoding of wider units.
            1200 or 1201 or 12000 or 12001 => null,
            _ => encoding,
        };
    }

    private static Encoding? ByName(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // The latter is for UTF-7, which .NET knows and refuses.
            return null;
        }
    }

    // cp1251, win-1251, windows1251, x-cp1251, utf_8, latin-1, ISO8859_15 ...
    private static Encoding? ByShape(string name)
    {
        if (Shape().Match(name) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return match.Groups[1].Value.ToUpperInvariant() switch
        {
            "UTF" => number == 8 ? Encoding.UTF8 : null,
            "LATIN" => number is >= 1 and <= 4 ? Get(Latin1 + number - 1) : null,
            "ISO8859" or "ISO-8859" or "ISO_8859" or "8859" => ByName(string.Create(CultureInfo.InvariantCulture, $"iso-8859-{number}")),
            _ => ByNumber(number),
        };
    }

    private static Encoding? ByNumber(int number) => Encoding.GetEncodings().Any(e => e.CodePage == number)
        || CodePagesEncodingProvider.Instance.GetEncoding(number) is not null ? Get(number) : null;

    [GeneratedRegex(@"^(?:x-)?(utf|latin|iso[-_]?8859|8859|cp|win|windows|ibm|ms)[-_]?([0-9]{1,5})(?:[:-]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
