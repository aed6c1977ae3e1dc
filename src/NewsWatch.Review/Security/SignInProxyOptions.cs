using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Security;

/// <summary>
/// A proxy in front of the site that signs people in and says who they are, section <c>NewsWatch:Review:SignInProxy</c>. It must take the
/// header out of what clients send. Who reaches the site past it is asked for an account or key, or refused.
/// </summary>
public sealed class SignInProxyOptions
{
    /// <summary>
    /// Networks the proxy connects from, as <c>10.1.0.4/32</c>: the header is believed from there and from nowhere else. None: there is no
    /// such proxy.
    /// </summary>
    public IList<string> Networks { get; } = [];

    /// <summary>The header with the signed-in user's name.</summary>
    public string Header { get; set; } = "X-Forwarded-User";

    /// <summary>True where a proxy is named.</summary>
    internal bool IsNamed => Networks.Count > 0;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal string? Fault
        => Networks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } odd ? $"'{odd}' is no network such as 10.1.0.4/32"
            : Header.Length == 0 || !Header.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? $"'{Header}' is no name of a header"
            : null;

    /// <summary>
    /// The name that the proxy gives with a request; null where the request does not come from it, or it gives none, or several: one of them
    /// may be the client's own (RFC 9110, 5.3, lets a comma stand between them).
    /// </summary>
    internal string? NameIn(HttpContext context)
    {
        if (!IsNamed || context.Connection.RemoteIpAddress is not { } sender)
            return null;
        var address = sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender;
        return Networks.Any(network => IPNetwork.Parse(network).Contains(address)) && context.Request.Headers[Header] is [{ } name]
            && !name.Contains(',', StringComparison.Ordinal)
            ? Reviewer.Short(name)
            : null;
    }
}
