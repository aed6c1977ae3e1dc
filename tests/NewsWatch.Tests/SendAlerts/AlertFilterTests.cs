using NewsWatch.SendAlerts;
using NewsWatch.Tests.Notices;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Tests.SendAlerts;

/// <summary>The sample is an ACSA of France and Japan in negotiation, said by a ministry in French and a wire in English.</summary>
public sealed class AlertFilterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(true, "Types:acsa")]
    [InlineData(false, "Types:cyber")]
    [InlineData(true, "Parties:Japan")]
    [InlineData(true, "Parties:jp")]
    [InlineData(true, "Parties:US", "Parties:France")]
    [InlineData(true, "Parties:FR+JP")]
    [InlineData(true, "Parties:France+Japan")]
    [InlineData(false, "Parties:FR+US")]
    [InlineData(true, "Regions:indo-pacific")]
    [InlineData(true, "Regions:western-europe")]
    [InlineData(false, "Regions:nordic")]
    [InlineData(true, "Stages:negotiating")]
    [InlineData(false, "Stages:signed")]
    [InlineData(true, "Languages:fr")]
    [InlineData(false, "Languages:ja")]
    [InlineData(true, "Types:cyber", "Watch:acsa-fr-jp")]
    [InlineData(true, "Types:cyber", "Watch:FR+JP")]
    [InlineData(false, "Types:cyber", "Watch:FR+US")]
    public void A_filter_wants_what_it_names(bool wants, params string[] words)
    {
        var filter = new AlertFilter();
        foreach (var word in words.Select(word => word.Split(':')))
            ((IList<string>)typeof(AlertFilter).GetProperty(word[0])!.GetValue(filter)!).Add(word[1]);
        Assert.Equal(wants, filter.Wants(SampleNotices.Alert));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void A_channel_is_told_of_what_the_desk_watches_whatever_else_it_asks_for(bool isWatched, bool takes, bool told)
    {
        var channel = new Subscription { Watched = takes, Origins = 9, Standing = "ministry" };
        channel.Types.Add("cyber");
        var alert = SampleNotices.Alert with { Watched = isWatched };
        Assert.Equal((told, told), (channel.Wants(alert), channel.Believes(alert)));
    }

    [Theory]
    [InlineData(2, 0.9, "ministry", true)]
    [InlineData(3, 0, null, false)]
    [InlineData(1, 0.95, null, false)]
    [InlineData(1, 0, "reprint", true)]
    public void A_filter_believes_what_rests_on_enough(int origins, double score, string? standing, bool believes)
        => Assert.Equal(believes, new AlertFilter { Origins = origins, Score = score, Standing = standing }.Believes(SampleNotices.Alert));

    [Fact]
    public void A_weaker_source_than_asked_for_is_not_believed()
        => Assert.False(new AlertFilter { Standing = "trade-press" }.Believes(SampleNotices.Alert with { Standing = SourceRank.Press }));
}
