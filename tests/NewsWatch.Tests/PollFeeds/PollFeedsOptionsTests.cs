using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds;

public sealed class PollFeedsOptionsTests
{
    [Theory]
    [InlineData("MaxEntries", "0", "NewsWatch:PollFeeds:MaxEntries must be from 1 to 100000.")]
    [InlineData("TimeBudget", "2.00:00:00", "NewsWatch:PollFeeds:TimeBudget must be from 00:00:01 to 01:00:00.")]
    [InlineData("MinInterval", "12:00:00", "NewsWatch:PollFeeds:DefaultInterval must be from MinInterval to MaxInterval, not 00:30:00.")]
    [InlineData("FirstBackoff", "1.00:00:00", null)]
    public void A_bad_option_is_refused_by_its_key(string key, string value, string? complaint)
    {
        using var bench = new PollBench((key, value));
        var refusal = Record.Exception(() => bench.Get<IOptions<PollFeedsOptions>>().Value) as OptionsValidationException;
        Assert.Equal(complaint is null, refusal is null);
        Assert.Contains(complaint ?? "", refusal is null ? "" : string.Join(' ', refusal.Failures), StringComparison.Ordinal);
    }
}
