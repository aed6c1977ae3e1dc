using System.Text.RegularExpressions;

namespace NewsWatch.Text;

/// <summary>
/// JSON from outside. A text cut to a length in UTF-16 ends in half of a character as often as not, and is written as <c>\ud83d</c>: to RFC
/// 8259, 8.2, that is JSON, to .NET's readers no text, and one such text would cost all of the document.
/// </summary>
internal static partial class JsonText
{
    /// <summary>The JSON with U+FFFD for each escaped half of a character; the very JSON where there is none.</summary>
    public static string Whole(string json)
        => json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? Escapes().Replace(json, static escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value)
            : json;

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
