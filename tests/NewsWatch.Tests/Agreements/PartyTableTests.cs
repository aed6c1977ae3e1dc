using NewsWatch.ClassifyArticle.SecondReader;

namespace NewsWatch.Tests.Agreements;

public sealed class PartyTableTests
{
    [Fact]
    public void Every_party_the_classifier_knows_has_a_name_and_codes()
    {
        foreach (var code in KnownParties.All)
        {
            var party = PartyTable.Of(code);
            Assert.NotEqual(party.Code, party.IsCountry ? party.Name : "");
            Assert.True(!party.IsCountry || party.Iso3 is { Length: 3 }, code);
        }
    }

    [Fact]
    public void Codes_of_the_Correlates_of_War_come_in_pairs_and_once()
    {
        Assert.All(PartyTable.All, party => Assert.Equal(party.CowNumber is null, party.CowAbbreviation is null));
        var given = PartyTable.All.Where(party => party.CowNumber is not null).ToList();
        Assert.Equal(given.Count, given.DistinctBy(party => party.CowNumber).Count());
        Assert.Equal(given.Count, given.DistinctBy(party => party.CowAbbreviation).Count());
    }
}
