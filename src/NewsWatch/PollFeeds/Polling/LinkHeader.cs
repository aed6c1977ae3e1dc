using System.Text.RegularExpressions;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Link headers (RFC 8288), read for WebSub hubs alone (W3C WebSub, 4).</summary>
internal static partial class LinkHeader
{
    /// <summary>Addresses with <c>rel="hub"</c>, absolute.</summary>
    public static IEnumerable<Uri> Hubs(IReadOnlyDictionary<string, string> headers, Uri baseAddress)
    {
        if (!headers.TryGetValue("link", out var text))
            yield break;
        foreach (Match link in Links().Matches(text))
            if (Relation().Match(link.Groups["parameters"].Value) is { Success: true } relation
                && relation.Groups["rel"].Value.Split(' ').Contains("hub", StringComparer.OrdinalIgnoreCase)
                && Uri.TryCreate(baseAddress, link.Groups["address"].Value.Trim(), out var hub))
                yield return hub;
    }

    [GeneratedRegex("<(?<address>[^>]*)>(?<parameters>[^<]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex("""rel\s*=\s*"?(?<rel>[^",;]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Relation();
}
