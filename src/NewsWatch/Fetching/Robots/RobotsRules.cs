namespace NewsWatch.Fetching.Robots;

/// <summary>The rules of one robots.txt that are meant for us.</summary>
/// <param name="Rules">Allow and disallow lines of our groups.</param>
/// <param name="CrawlDelay">The longest Crawl-delay of our groups; null where there is none. Not of RFC 9309, but widely meant.</param>
internal sealed record RobotsRules(IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>No rules: everything is allowed (RFC 9309, 2.3.1.3).</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>Whether the rules let us ask for an address: the longest match decides, allow before disallow (RFC 9309, 2.2.2).</summary>
    public bool Allow(Uri address)
    {
        if (address.AbsolutePath == "/robots.txt")
            return true;
        var path = RobotsPath.OfAddress(address);
        RobotsRule? best = null;
        foreach (var rule in Rules)
            if ((best is null || rule.IsStrongerThan(best)) && rule.Matches(path))
                best = rule;
        return best?.Allows ?? true;
    }
}
