using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Tests.TrackAgreement.Sources;

public sealed class SourcesTests
{
    [Theory]
    [InlineData("https://www.mod.go.jp/en/article", SourceRank.Ministry)]
    [InlineData("https://www.kantei.go.jp/jp/article", SourceRank.Government)]
    [InlineData("https://soumu.go.jp/x", SourceRank.Government)]
    [InlineData("https://www.gov.uk/government/news/x", SourceRank.Press)]
    [InlineData("https://www.defensenews.com/x", SourceRank.TradePress)]
    [InlineData("https://daily.example/x", SourceRank.Press)]
    [InlineData("https://someone.over-blog.com/x", SourceRank.Reprint)]
    [InlineData("https://fakemod.go.jp.example/x", SourceRank.Press)]
    public void A_source_weighs_by_who_publishes_it_and_for_which_party(string address, SourceRank rank)
        => Assert.Equal(rank, SourceJudge.RankOf(Entry(address)));

    [Fact]
    public void Agency_copy_elsewhere_is_a_reprint_and_at_the_agency_is_not()
    {
        Assert.Equal(SourceRank.Reprint, SourceJudge.RankOf(Entry("https://daily.example/x") with { Agency = "AFP" }));
        Assert.Equal(SourceRank.Press, SourceJudge.RankOf(Entry("https://www.afp.com/x") with { Agency = "AFP" }));
    }

    [Fact]
    public void One_story_one_agency_and_one_outlet_are_one_origin_each()
    {
        DossierEntry[] entries =
        [
            Entry("https://one.example/a"),
            Entry("https://two.example/a") with { Story = Entry("https://one.example/a").Article },
            Entry("https://three.example/a") with { Agency = "AFP" },
            Entry("https://four.example/a") with { Agency = "AFP" },
            Entry("https://four.example/b"),
            Entry("https://www.mod.go.jp/a"),
        ];
        var origins = Corroboration.Origins(entries);
        Assert.Equal([1, 2, 3], origins.Select(origin => origin.Count).Order());
        Assert.Equal("www.mod.go.jp", origins[0][0].Address.Host);
        Assert.Equal(["JP"], Corroboration.Governments(entries));
    }

    [Fact]
    public void The_table_of_publishers_is_sorted_by_place_and_names_known_parties()
    {
        var places = PublisherTable.All.Select(publisher => publisher.Host + publisher.Path).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(PublisherTable.All, publisher =>
        {
            Assert.Equal(publisher.Host.ToLowerInvariant(), publisher.Host);
            Assert.Equal(publisher.Rank is SourceRank.Ministry or SourceRank.Government, publisher.Party is not null);
            Assert.True(publisher.Party is null || PartyTable.All.Any(party => party.Code == publisher.Party), publisher.Host);
        });
    }

    [Fact]
    public void The_table_of_parties_has_each_code_once()
    {
        Assert.Equal(PartyTable.All.Count, PartyTable.All.Select(party => party.Name).Distinct().Count());
        AssertDistinct(PartyTable.All.Select(party => party.Iso3));
        AssertDistinct(PartyTable.All.Select(party => party.CowAbbreviation));
        AssertDistinct(PartyTable.All.Select(party => party.CowNumber));
        Assert.Equal(new("GB", "GBR", "UKG", 200, "United Kingdom"), PartyTable.Of("GB"));
        Assert.InRange(PartyTable.All.Count(party => party.CowNumber is not null), 193, 200);
    }

    private static void AssertDistinct<T>(IEnumerable<T> codes)
    {
        var given = codes.Where(code => code is not null).ToList();
        Assert.Equal(given.Count, given.Distinct().Count());
    }

    private static DossierEntry Entry(string address) => StageHistoryTests.Dossier("2018-07 signed").Entries[0] with
    {
        Article = ArticleId.Of(new(address)),
        Address = new(address),
    };
}
