using System.Text;
using NewsWatch.Fetching.Robots;
using NewsWatch.Text;

namespace NewsWatch.Tests.Fetching.Robots;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b/a", true)]
    [InlineData("User-agent: *\nDisallow: /a/", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("USER-AGENT: *\nDISALLOW: /a", "/a", false)]
    [InlineData("  User-agent :  *  \n\t Disallow : /a  # not this", "/a", false)]
    [InlineData("User-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nSitemap: https://e.example/s.xml\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nnonsense\nDisallow /b\nDisallow: /a", "/a", false)]
    [InlineData("<!doctype html><title>Not found</title>", "/a", true)]
    public void Lines_mean_what_the_rfc_says(string file, string path, bool allowed) => AssertAllowed(file, path, allowed);

    [Theory]
    [InlineData("User-agent: newswatch\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: newswatch\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /b\nUser-agent: NEWSWATCH\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: NewsWatch/2.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: NewsWatch-Images\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: News\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: newswatch\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: newswatch\nSitemap: /s\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: newswatch\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: newswatch\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: newswatch\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: newswatch\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: newswatch\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: newswatch\n\nUser-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: newswatch\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: *\nDisallow: /c", "/c", false)]
    public void Of_the_groups_ours_decide_and_else_everyones(string file, string path, bool allowed) => AssertAllowed(file, path, allowed);

    [Theory]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/b/c", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("Disallow: /a/b\nAllow: /a", "/a/b", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /\nDisallow: /*.pdf$", "/x.pdf", false)]
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    [InlineData("Allow: /page\nDisallow: /*.htm", "/page.htm", false)]
    public void The_longest_match_decides_and_allow_before_disallow(string rules, string path, bool allowed)
        => AssertAllowed("User-agent: *\n" + rules, path, allowed);

    [Theory]
    [InlineData("/*", "/a", false)]
    [InlineData("*", "/a", false)]
    [InlineData("/fish", "/fish.html", false)]
    [InlineData("/fish", "/catfish", true)]
    [InlineData("/fish*", "/fishheads/yum?id=1", false)]
    [InlineData("/fish/", "/fish", true)]
    [InlineData("/*.php", "/folder/file.php?x=1", false)]
    [InlineData("/*.php", "/windows.PHP", true)]
    [InlineData("/*.php$", "/file.php?x=1", true)]
    [InlineData("/*.php$", "/file.php/file.php", false)]
    [InlineData("/fish*.php", "/fishheads/catfish.php", false)]
    [InlineData("/fish*.php", "/Fish.PHP", true)]
    [InlineData("/a*b*c$", "/a-b-c-b-c", false)]
    [InlineData("/a*b*c$", "/a-b-c-b", true)]
    [InlineData("/a**b", "/ab", false)]
    [InlineData("/a*$", "/a/anything", false)]
    [InlineData("/a$b", "/a$b", true)]
    [InlineData("/a%24", "/a$b", false)]
    [InlineData("/a%2A", "/a*b", false)]
    [InlineData("/a%2A", "/axb", true)]
    [InlineData("/a?", "/a?x=1", false)]
    [InlineData("/a?", "/a", true)]
    public void A_star_is_any_run_and_a_final_dollar_the_end(string pattern, string path, bool allowed)
        => AssertAllowed("User-agent: *\nDisallow: " + pattern, path, allowed);

    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz")]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar")]
    [InlineData("/foo/bar?baz=https%3a%2f%2ffoo.bar", "/foo/bar?baz=https://foo.bar")]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/ツ")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    [InlineData("/foo/bar/baz", "/foo/bar/%62%61%7A")]
    [InlineData("/~user", "/%7euser")]
    public void One_path_has_one_spelling(string pattern, string path) => AssertAllowed("User-agent: *\nDisallow: " + pattern, path, false);

    [Theory]
    [InlineData("/a%2Fb", "/a/b")]
    [InlineData("/a%", "/a")]
    [InlineData("/a%zz", "/a")]
    public void Different_paths_stay_different(string pattern, string path) => AssertAllowed("User-agent: *\nDisallow: " + pattern, path, true);

    [Fact]
    public void What_comes_after_500_KiB_does_not_count()
    {
        const string Group = "User-agent: *\n", Rule = "\nDisallow: /a";
        var last = Bound.Robots.Bytes - Group.Length - Rule.Length;
        AssertAllowed(Group + new string('#', last) + Rule, "/a", false);
        AssertAllowed(Group + new string('#', last + Rule.Length) + Rule, "/a", true);
    }

    [Fact]
    public void Broken_bytes_do_no_harm()
    {
        byte[] file = [0xFF, 0xFE, 0x00, .. "\nUser-agent: *\nDisallow: /\xFF\nDisallow: /a\n"u8];
        Assert.False(RobotsTxt.Read(file, "NewsWatch").Allow(new("https://e.example/a")));
    }

    [Fact]
    public void A_pattern_made_to_be_slow_is_not()
    {
        var pattern = "/" + string.Concat(Enumerable.Repeat("*a", 1000)) + "b$";
        AssertAllowed("User-agent: *\nDisallow: " + pattern, "/" + new string('a', 4000), true);
    }

    [Fact]
    public void Many_such_patterns_and_a_long_path_cost_no_more_than_reading_them()
    {
        var pattern = "\nDisallow: /" + string.Concat(Enumerable.Repeat("*aab", 1000)) + "b$";
        var rules = RobotsTxt.Read(Encoding.UTF8.GetBytes("User-agent: *" + string.Concat(Enumerable.Repeat(pattern, 100))), "NewsWatch");
        var address = new Uri("https://e.example/" + new string('a', 60_000));
        var before = Environment.CpuUsage.UserTime;
        Assert.True(rules.Allow(address));
        Assert.InRange((Environment.CpuUsage.UserTime - before).TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10\nDisallow: /a", 10.0)]
    [InlineData("User-agent: *\nDisallow: /a\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: Infinity", 86400.0)]
    [InlineData("User-agent: *\nCrawl-delay: -Infinity", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e300", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999", 86400.0)]
    [InlineData("User-agent: other\nCrawl-delay: 10\n\nUser-agent: *\nDisallow:", null)]
    [InlineData("User-agent: newswatch\nCrawl-delay: 3\nDisallow: /x\n\nUser-agent: *\nCrawl-delay: 10", 3.0)]
    public void A_crawl_delay_is_noted(string file, double? seconds)
        => Assert.Equal(seconds, RobotsTxt.Read(Encoding.UTF8.GetBytes(file), "NewsWatch").CrawlDelay?.TotalSeconds);

    private static void AssertAllowed(string file, string path, bool allowed)
        => Assert.Equal(allowed, RobotsTxt.Read(Encoding.UTF8.GetBytes(file), "NewsWatch").Allow(new("https://e.example" + path)));
}
