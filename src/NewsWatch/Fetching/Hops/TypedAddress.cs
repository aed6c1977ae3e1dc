using System.Text.RegularExpressions;
using NewsWatch.Text;

namespace NewsWatch.Fetching.Hops;

/// <summary>
/// Addresses as people and programs type them: a letter too few or too many in the scheme, a slash, a colon, a break in the middle.
/// </summary>
internal static partial class TypedAddress
{
    private const int MostMendings = 4;

    /// <summary>The http or https address meant; null where none can be told.</summary>
    public static Uri? Read(string? text) => Resolve(null, text);

    /// <summary>The http or https address meant, against the address of the document it stands in; null where none can be told.</summary>
    public static Uri? Resolve(Uri? document, string? text)
    {
        if (Clean(text) is not { Length: > 0 and <= Bound.Address } clean)
            return null;
        var meant = Mended(clean) ?? clean;
        var found = document is null
            ? Uri.TryCreate(meant, UriKind.Absolute, out var absolute) ? absolute : null
            : Uri.TryCreate(document, meant, out var resolved) ? resolved : null;
        return found is { Scheme: "http" or "https", Host.Length: > 0 } ? Settled(found) : null;
    }

    /// <summary>The address as it is read again once it was stored or written: resolving can bring out what is mended too.</summary>
    private static Uri Settled(Uri found)
    {
        for (var step = 0; step < MostMendings; step++)
        {
            if (Mended(found.AbsoluteUri) is not { } text
                || !Uri.TryCreate(text, UriKind.Absolute, out var mended)
                || mended is not { Scheme: "http" or "https", Host.Length: > 0 })
                break;
            found = mended;
        }
        return found;
    }

    /// <summary>The same address with its scheme as it should be; null where nothing is wrong with it, or nothing can be told.</summary>
    public static string? Mended(string text)
    {
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && text.IndexOf('.', 4) > 0)
            return "https://" + text;
        var typed = Typed().Match(text);
        if (!typed.Success)
            return null;
        var rest = typed.Groups["rest"].Value;
        if (Typed().IsMatch(rest))
            return Mended(rest) ?? rest;
        var mended = $"{(typed.Groups["secure"].Length > 0 ? "https" : "http")}://{rest}";
        return mended.Equals(text, StringComparison.OrdinalIgnoreCase) ? null : mended;
    }

    // What stands in an address only because it was broken over lines or pasted: a break can hide another mark, so the breaks go first.
    private static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var whole = string.Concat(text.Split('\n', '\r', '\t'));
        var (start, end) = (0, whole.Length);
        while (start < end && IsStray(whole[start]))
            start++;
        while (start < end && IsStray(whole[end - 1]))
            end--;
        return whole[start..end];
    }

    private static bool IsStray(char sign) => char.IsWhiteSpace(sign) || sign is '\u200B' or '\uFEFF' or '"' or '\'' or '<' or '>';

    [GeneratedRegex(
        @"^(?:feed:(?://)?(?=https?:)|(?:h{0,3}t{1,4}p{1,2}(?<secure>s*)|hxxp(?<secure>s?)|feed(?<secure>s?))"
        + @"(?:[:;]{1,2}\s*[/\\]{0,4}|[/\\]{2,4}))\s*(?<rest>[^/\\\s].*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
