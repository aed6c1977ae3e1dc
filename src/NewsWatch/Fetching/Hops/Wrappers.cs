using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Fetching.Hops;

/// <summary>
/// Addresses that only lead elsewhere and carry where to: search engines, mail filters, translators, AMP caches. The table is
/// <c>wrappers.tsv</c>. Nothing is asked for; the address carried is judged like any other before it is.
/// </summary>
internal static partial class Wrappers
{
    private const int MaxWraps = 4;
    private const int MostTokenBytes = 4096;

    private static readonly WrapperRow[] Rows = [.. WrapperRow.ReadAll()];

    /// <summary>The address behind all wrappers; the address itself where there are none, or more than anyone would put around one.</summary>
    public static Uri Unwrapped(Uri address)
    {
        var inner = address;
        for (var wraps = 0; Target(inner) is { } target; wraps++)
        {
            if (wraps == MaxWraps)
                return address;
            inner = target;
        }
        return inner;
    }

    /// <summary>Whether only asking the host tells where the address leads.</summary>
    public static bool MustBeAsked(Uri address) => Array.Exists(Rows, row => row.Form == "ask" && row.Matches(address));

    private static Uri? Target(Uri address)
    {
        foreach (var row in Rows)
            if (row.Matches(address) && Carried(address, row) is { } text && TypedAddress.Read(text) is { } target && target != address)
                return target;
        return null;
    }

    private static string? Carried(Uri address, WrapperRow row) => row.Form switch
    {
        "parameter" => Parameter(address, row.Name),
        "base64" => Parameter(address, row.Name) is ['a', '1', .. var code] && Decoded(code) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null,
        "segment" => Segment(address, row.Name),
        "amp" => Amp(address, row.Path),
        "host" => Host(address),
        "token" => Token(address),
        "proofpoint" => Proofpoint(address),
        _ => null,
    };

    private static string? Parameter(Uri address, string name)
    {
        foreach (var parameter in address.Query.TrimStart('?').Split('&'))
            if (parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(parameter[(name.Length + 1)..]);
        return null;
    }

    private static string? Segment(Uri address, string mark)
        => address.AbsolutePath.Split('/').FirstOrDefault(segment => segment.StartsWith(mark, StringComparison.Ordinal)) is { } segment
            ? Uri.UnescapeDataString(segment[mark.Length..])
            : null;

    /// <summary>AMP cache and viewer addresses (amp.dev, "AMP Cache URL format"): <c>s/</c> before the host stands for https.</summary>
    private static string Amp(Uri address, string path)
    {
        var rest = address.AbsolutePath[path.Length..];
        return rest.StartsWith("s/", StringComparison.Ordinal) ? $"https://{rest[2..]}{address.Query}" : $"http://{rest}{address.Query}";
    }

    private static string? Host(Uri address)
    {
        var label = address.Host.Split('.')[0];
        var host = label.Replace("--", "\n", StringComparison.Ordinal).Replace('-', '.').Replace('\n', '-');
        var own = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.StartsWith("_x_tr_", StringComparison.Ordinal)).ToList();
        return host.Contains('.', StringComparison.Ordinal)
            ? $"{address.Scheme}://{host}{address.AbsolutePath}{(own.Count == 0 ? "" : "?" + string.Join('&', own))}"
            : null;
    }

    /// <summary>Tokens of Google News before 2024 hold the address in the clear; those since hold nothing that can be read.</summary>
    private static string? Token(Uri address)
        => Decoded(address.Segments[^1].Trim('/')) is { } bytes
            && ClearAddress().Match(Encoding.Latin1.GetString(bytes)) is { Success: true } clear
            ? clear.Value
            : null;

    private static string? Proofpoint(Uri address)
    {
        if (Parameter(address, "u") is { } second)
            return Uri.UnescapeDataString(second.Replace('-', '%').Replace('_', '/'));
        return Third().Match(address.AbsoluteUri) is { Success: true } third ? third.Groups["address"].Value : null;
    }

    private static byte[]? Decoded(string code)
    {
        if (code.Length > MostTokenBytes)
            return null;
        var padded = code.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex(@"https?://[\x21-\x7e]{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex ClearAddress();

    [GeneratedRegex("/v3/__(?<address>.+?)__;", RegexOptions.CultureInvariant)]
    private static partial Regex Third();
}
