using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.Tests;

public sealed class NewsWatchJsonTests
{
    [Fact]
    public void Stages_and_types_are_written_as_the_design_names_them()
    {
        var found = new FoundAgreement(
            AgreementType.DefenceEquipmentTechnology, "pact", ["FR", "JP"], AgreementStage.AmendedOrRenewed, null, [new(0, 4, "r")]);
        var json = JsonSerializer.Serialize(new Classification(true, 0.9, [found], "1"), NewsWatchJson.Default.Classification);
        Assert.Contains("\"type\":\"defence-equipment-technology\"", json, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"amended/renewed\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_reading_is_read_back()
    {
        var found = new FoundAgreement(AgreementType.Acsa, "pact", ["FR", "JP"], AgreementStage.Signed, new(2017, 1, 1), [new(0, 4, "r")])
        {
            DateGrain = DateGrain.Month,
        };
        var verdict = new Classification(true, 0.5, [found], "1")
        {
            Second = new("second-reader:tiny", SecondReadingOutcome.Accepted, DateTimeOffset.UnixEpoch)
            {
                Agreement = found,
                Quotes = found.Evidence,
                Instead = new(false, [], []),
            },
        };
        var json = JsonSerializer.Serialize(verdict, NewsWatchJson.Default.Classification);
        Assert.Contains("\"outcome\":\"accepted\"", json, StringComparison.Ordinal);
        Assert.Contains("\"dateGrain\":\"month\"", json, StringComparison.Ordinal);
        Assert.Equivalent(verdict, JsonSerializer.Deserialize(json, NewsWatchJson.Default.Classification), strict: true);
    }

    [Fact]
    public void A_mention_without_a_date_is_read_back()
    {
        var mention = new FeedMention("f", "Feed", new("https://news.example/a"), "Title", "", null, "x");
        var json = JsonSerializer.Serialize(mention, NewsWatchJson.Default.FeedMention);
        Assert.Equal(mention, JsonSerializer.Deserialize(json, NewsWatchJson.Default.FeedMention));
    }
}
