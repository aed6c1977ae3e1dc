namespace NewsWatch.Fetching;

/// <summary>How requests go out: section <c>NewsWatch:Fetching</c>.</summary>
public sealed class FetchingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "NewsWatch:Fetching";

    /// <summary>Product and version sent as User-Agent; the product is also the name robots.txt knows us by.</summary>
    public string UserAgent { get; set; } = "NewsWatch/0.1";

    /// <summary>A page or mail address where a site's owner reaches the operator, added to the User-Agent; null for none.</summary>
    public string? Contact { get; set; }

    /// <summary>
    /// Networks that may be asked although they are loopback, private or otherwise reserved, as <c>10.1.0.0/16</c> or
    /// <c>fd00::/8</c>; none unless the operator says so.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>
    /// Bound on one exchange, from the first packet to the last byte of the body; every redirect is an exchange. 1 s to 10 min.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Bound on all exchanges of one fetch together, with redirects, robots.txt and waiting for the host's turn, where the caller sets
    /// none.
    /// 1 s to 1 h.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Bound on connecting, a part of <see cref="Timeout"/>. 100 ms to 2 min.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most bytes of a body, both as sent and after decompression. 1 KiB to 256 MiB.</summary>
    public int MaxBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Most KiB of response headers. 1 to 1024.</summary>
    public int MaxHeaderKiB { get; set; } = 64;

    /// <summary>Most redirects followed. 0 to 20; RFC 9309 asks for five at least on the way to a robots.txt.</summary>
    public int MaxRedirects { get; set; } = 8;

    /// <summary>Most exchanges at a time with one host. 1 to 16.</summary>
    public int PerHostConcurrency { get; set; } = 2;

    /// <summary>
    /// Least time between the beginnings of two exchanges with one host; a longer Crawl-delay goes before it. 0 to 1 min.
    /// </summary>
    public TimeSpan PerHostSpacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What is sent as User-Agent.</summary>
    internal string UserAgentLine => string.IsNullOrWhiteSpace(Contact) ? UserAgent : $"{UserAgent} (+{Contact})";

    /// <summary>The product token of RFC 9309, 2.2.1.</summary>
    internal string ProductToken => UserAgent.Split('/', ' ')[0];
}
