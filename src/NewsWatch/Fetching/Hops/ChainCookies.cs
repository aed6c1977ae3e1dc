using System.Net;

namespace NewsWatch.Fetching.Hops;

/// <summary>
/// The cookies of one chain of hops, and of no other: many sites set one and send the reader round until it comes back (RFC 6265). They end
/// with the chain.
/// </summary>
internal sealed class ChainCookies
{
    private readonly CookieContainer cookies = new();

    /// <summary>How many were taken so far: where this grows, asking the same address again may lead on.</summary>
    public int Taken { get; private set; }

    /// <summary>What is sent to an address; null for nothing.</summary>
    public string? For(Uri address) => cookies.GetCookieHeader(address) is { Length: > 0 } header ? header : null;

    /// <summary>Takes what a response sets; what is malformed or of another site is left.</summary>
    public void Take(Uri address, HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values))
            return;
        foreach (var value in values)
        {
            try
            {
                var before = For(address);
                cookies.SetCookies(address, value);
                if (For(address) != before)
                    Taken++;
            }
            catch (CookieException)
            {
                // A cookie no browser would keep either.
            }
        }
    }
}
