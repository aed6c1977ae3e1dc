using System.Text;
using NewsWatch.Fetching.Hops;
using NewsWatch.Fetching.Robots;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A robots.txt, asked for the path that is the input's first line.</summary>
internal sealed class RobotsTarget : IFuzzTarget
{
    public string Name => "robots";

    public string Dictionary => "robots";

    public void Read(byte[] input)
    {
        var end = Math.Max(0, input.AsSpan().IndexOf((byte)'\n'));
        var rules = RobotsTxt.Read(input.AsSpan(end), "NewsWatch");
        Promise.That(
            rules.CrawlDelay is null || (rules.CrawlDelay > TimeSpan.Zero && rules.CrawlDelay <= TimeSpan.FromDays(1)),
            $"a delay is up to a day: {rules.CrawlDelay}");
        Promise.That(rules.Allow(new("https://news.example/robots.txt")), "robots.txt itself may be asked for");
        if (TypedAddress.Resolve(new("https://news.example/"), Encoding.UTF8.GetString(input.AsSpan(0, end))) is { } address)
            Promise.That(rules.Allow(address) == rules.Allow(new(address.AbsoluteUri)), "an address and its written form are treated alike");
    }
}
