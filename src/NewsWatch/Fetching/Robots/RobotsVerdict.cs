namespace NewsWatch.Fetching.Robots;

/// <summary>What a site's robots.txt says, or why it cannot be known.</summary>
/// <param name="Rules">Its rules; none where there is no such file.</param>
/// <param name="Refusal">Why no page may be asked for; null where the rules decide.</param>
/// <param name="Until">Until when that holds.</param>
internal sealed record RobotsVerdict(RobotsRules Rules, FetchResult? Refusal, DateTimeOffset Until);
