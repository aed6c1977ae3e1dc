using NewsWatch.Review.Accuracy;

namespace NewsWatch.Tests.Review;

public sealed class ShareIntervalTests
{
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void It_agrees_with_the_published_table(int hits, int all, double low, double high)
    {
        var interval = ShareInterval.Of(hits, all);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void All_of_few_is_still_not_sure() => Assert.Equal(1, ShareInterval.Of(3, 3).High, 9);
}
