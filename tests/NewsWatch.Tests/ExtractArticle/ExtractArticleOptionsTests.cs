using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

public sealed class ExtractArticleOptionsTests
{
    [Theory]
    [InlineData("MaxPageBytes", "10", "NewsWatch:ExtractArticle:MaxPageBytes must be from 65536 to 268435456.")]
    [InlineData("MaxDeferral", "30.00:00:00", "NewsWatch:ExtractArticle:MaxDeferral must be from 00:00:01 to 6.00:00:00.")]
    [InlineData("MaxDeferrals", "-1", "NewsWatch:ExtractArticle:MaxDeferrals must be from 0 to 20.")]
    [InlineData("MaxRevisions", "0", "NewsWatch:ExtractArticle:MaxRevisions must be from 1 to 1000.")]
    [InlineData("StoryDays", "0", "NewsWatch:ExtractArticle:StoryDays must be from 1 to 60.")]
    [InlineData("MaxPdfPages", "0", "NewsWatch:ExtractArticle:MaxPdfPages must be from 1 to 2000.")]
    [InlineData("MaxPdfTime", "00:00:00", "NewsWatch:ExtractArticle:MaxPdfTime must be from 00:00:01 to 00:05:00.")]
    public void A_setting_out_of_range_is_named(string key, string value, string message)
    {
        using var bench = new ExtractArticleBench(new Dictionary<string, string?> { [$"{ExtractArticleOptions.Section}:{key}"] = value });
        var failure = Assert.Throws<OptionsValidationException>(() => bench.Get<IOptions<ExtractArticleOptions>>().Value);
        Assert.Equal([message], failure.Failures);
    }

    [Fact]
    public void The_defaults_are_valid()
    {
        using var bench = new ExtractArticleBench();
        Assert.Equal(20 * 1024 * 1024, bench.Get<IOptions<ExtractArticleOptions>>().Value.MaxPageBytes);
    }
}
