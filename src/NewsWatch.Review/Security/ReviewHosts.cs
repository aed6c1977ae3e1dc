using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Security;

/// <summary>
/// Host names the site answers to. A plain address cannot be re-pointed by whoever owns a name, so it always passes; so do
/// <c>localhost</c> and names below it (RFC 6761, 6.3).
/// </summary>
/// <param name="names">Names that the settings allow besides; <c>*</c> for any.</param>
public sealed class ReviewHosts(IEnumerable<string> names)
{
    private readonly HashSet<string> names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the site answers to a name.</summary>
    public bool Allows(HostString host)
    {
        var name = host.Host;
        return names.Contains("*")
            || names.Contains(name)
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(name, out _);
    }
}
