using System.Globalization;
using System.Text;
using NewsWatch.Text;

namespace NewsWatch.Fetching.Robots;

/// <summary>Reads a robots.txt (RFC 9309, 2.2).</summary>
internal sealed class RobotsTxt
{
    private readonly string product;
    private readonly Group ours = new();
    private readonly Group everyones = new();
    private readonly HashSet<Group> current = [];
    private bool inUserAgents;

    private RobotsTxt(string product) => this.product = product;

    /// <summary>Reads the rules meant for a product: of every group that names it, or else of every group for all.</summary>
    /// <param name="file">The file, of which the first <see cref="Bound.Robots.Bytes"/> count; UTF-8, broken bytes do no harm.</param>
    /// <param name="product">Product token, compared without case.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> file, string product)
    {
        var text = Encoding.UTF8.GetString(file[..Math.Min(file.Length, Bound.Robots.Bytes)]);
        var robots = new RobotsTxt(product);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
            robots.Read(line);
        var group = robots.ours.IsNamed ? robots.ours : robots.everyones;
        return new(group.Rules, group.CrawlDelay);
    }

    private void Read(ReadOnlySpan<char> line)
    {
        if (line.IndexOf('#') is >= 0 and var comment)
            line = line[..comment];
        if (line.IndexOf(':') is not (>= 0 and var colon))
            return;
        var value = line[(colon + 1)..].Trim();
        switch (line[..colon].Trim().ToString().ToLowerInvariant())
        {
            case "user-agent":
                ReadUserAgent(value);
                break;
            case "allow":
                ReadRule(allows: true, value);
                break;
            case "disallow":
                ReadRule(allows: false, value);
                break;
            case "crawl-delay":
                ReadDelay(value);
                break;
            default:
                // Sitemap and other records must not come between a group's lines (RFC 9309, 2.2.4).
                break;
        }
    }

    private void ReadUserAgent(ReadOnlySpan<char> value)
    {
        if (!inUserAgents)
            current.Clear();
        inUserAgents = true;
        var group = value is ['*', ..] ? everyones
            : ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase) ? ours
            : null;
        if (group is null)
            return;
        group.IsNamed = true;
        current.Add(group);
    }

    private void ReadRule(bool allows, ReadOnlySpan<char> value)
    {
        inUserAgents = false;
        if (value.Length is 0 or > Bound.Robots.Pattern)
            return;
        var rule = new RobotsRule(allows, RobotsPath.OfPattern(value.ToString()));
        foreach (var group in current)
            group.Rules.Add(rule);
    }

    private void ReadDelay(ReadOnlySpan<char> value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || !(seconds > 0))
            return;
        var delay = TimeSpan.FromSeconds(Math.Min(seconds, Bound.Robots.CrawlDelay.TotalSeconds));
        foreach (var group in current)
            group.CrawlDelay = group.CrawlDelay > delay ? group.CrawlDelay : delay;
    }

    // "NewsWatch/1.0 (example)" means NewsWatch: a product token has letters, '_' and '-' (RFC 9309, 2.2.1).
    private static ReadOnlySpan<char> ProductOf(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '_' or '-'))
            length++;
        return value[..length];
    }

    private sealed class Group
    {
        public bool IsNamed { get; set; }

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; set; }
    }
}
