using System.Text;
using System.Text.RegularExpressions;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>
/// A document type, read only for its plain entities. External ones are never fetched, parameter entities and entities made of other
/// entities are left unexpanded, so that nothing grows by more than one step (the "billion laughs").
/// </summary>
internal static partial class DocumentType
{
    /// <summary>Length of the declaration that starts the text, all of the text where it does not end.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var inSubset = false;
        var quote = '\0';
        for (var at = 1; at < text.Length; at++)
        {
            var sign = text[at];
            if (quote != '\0')
                quote = sign == quote ? '\0' : quote;
            else if (sign is '"' or '\'' && !inSubset)
                quote = sign;
            else if (sign == '[')
                inSubset = true;
            else if (sign == ']')
                inSubset = false;
            else if (sign == '>' && !inSubset)
                return at + 1;
            // A quote or subset that never ends must not swallow the feed.
            else if (sign == '<' && !inSubset)
                return at;
        }
        var end = text.IndexOf('>');
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>Name and value of each plain entity.</summary>
    public static Dictionary<string, string> Entities(ReadOnlySpan<char> declaration)
    {
        var entities = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!declaration.Contains("<!ENTITY", StringComparison.Ordinal)) return entities;
        foreach (Match match in Entity().Matches(declaration.ToString()))
        {
            if (entities.Count >= Bound.Feed.EntityCount) break;
            var value = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
            if (value.Length <= Bound.Feed.EntityValue && Plain(value) is { } plain)
                entities.TryAdd(match.Groups[1].Value, plain);
        }
        return entities;
    }

    private static string? Plain(string value)
    {
        if (!value.Contains('&', StringComparison.Ordinal)) return value;
        var plain = new StringBuilder();
        for (var at = 0; at < value.Length;)
        {
            if (value[at] != '&')
            {
                plain.Append(value[at++]);
                continue;
            }
            var length = NumericReference.Read(value.AsSpan(at), out var code);
            if (length == 0 || !XmlCharacters.Allows(code)) return null;
            plain.Append(char.ConvertFromUtf32(code));
            at += length;
        }
        return plain.ToString();
    }

    [GeneratedRegex("<!ENTITY\\s+([A-Za-z_][A-Za-z0-9_.-]*)\\s+(?:\"([^\"]*)\"|'([^']*)')", RegexOptions.NonBacktracking)]
    private static partial Regex Entity();
}
