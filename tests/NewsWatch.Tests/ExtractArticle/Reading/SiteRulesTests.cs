using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>
/// Each site of <c>site-rules.tsv</c> on a page of its own, <c>SiteRules/{site}.html</c> beside <c>{site}.txt</c>: adding a row adds a
/// test.
/// </summary>
public sealed class SiteRulesTests
{
    private static readonly string Folder =
        Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "ExtractArticle", "Reading", "SiteRules");

    public static TheoryData<string> Sites() => [.. SiteRules.All.Select(rule => rule.Site).Distinct()];

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_sites_page_reads_as_expected(string site)
    {
        var reading = PageReader.Read(File.ReadAllText(Path.Combine(Folder, site + ".html")), new($"https://www.{site}/news/1"));
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, site + ".txt")), reading.Text.Split('\n'));
    }

    [Fact]
    public void Rules_are_sorted_by_site_and_none_is_there_twice()
    {
        var keys = SiteRules.All.Select(rule => (rule.Site, rule.Selector)).ToList();
        Assert.Equal(keys.OrderBy(key => key.Site, StringComparer.Ordinal), keys);
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void A_rule_that_strikes_a_block_is_named()
    {
        var page = File.ReadAllBytes(Path.Combine(Folder, "businessinsider.de.html"));
        var (_, blocks) = PageReader.Explain(page, "text/html", new("https://www.businessinsider.de/news/1"));
        Assert.Equal("a rule of the site", blocks.First(block => block.Text.StartsWith("Dieser Inhalt", StringComparison.Ordinal)).Struck);
        Assert.All(
            blocks.Where(block => block.Taken), block => Assert.True(block.Struck is null && (block.Second >= block.Cut || block.Kept is not null)));
    }
}
