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
    public void A_mention_without_a_date_is_read_back()
    {
        var mention = new FeedMention("f", "Feed", new("https://news.example/a"), "Title", "", null, "x");
        var json = JsonSerializer.Serialize(mention, NewsWatchJson.Default.FeedMention);
        Assert.Equal(mention, JsonSerializer.Deserialize(json, NewsWatchJson.Default.FeedMention));
    }
}
