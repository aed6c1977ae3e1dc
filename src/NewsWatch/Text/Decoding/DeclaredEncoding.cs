using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Text.Decoding;

/// <summary>Which encoding a feed or its server names.</summary>
internal static partial class DeclaredEncoding
{
    private const int Head = 512;

    /// <summary>The name in the XML declaration; null where there is none.</summary>
    public static string? Read(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, Head)];
        var start = head.IndexOf("<?xml"u8);
        if (start < 0) return null;
        var end = head[start..].IndexOf((byte)'>');
        return Named(Declaration(), Encoding.Latin1.GetString(end < 0 ? head[start..] : head.Slice(start, end)));
    }

    /// <summary>The charset parameter of a Content-Type header; null where there is none.</summary>
    public static string? FromHeader(string? contentType) => contentType is null ? null : Named(Charset(), contentType);

    private static string? Named(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("encoding\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex("charset\\s*[=:]\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
