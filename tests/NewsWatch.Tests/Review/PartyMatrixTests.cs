using NewsWatch.Review.Agreements;

namespace NewsWatch.Tests.Review;

public sealed class PartyMatrixTests
{
    [Fact]
    public void Agreements_of_two_are_counted_whichever_way_they_are_asked_for()
    {
        var matrix = PartyMatrix.Of([Row("FR", "JP"), Row("JP", "FR"), Row("AU", "JP")], 10);
        Assert.Equal(["JP", "FR", "AU"], matrix.Parties);
        Assert.Equal((2, 2, 1, 0), (matrix.Of("FR", "JP"), matrix.Of("JP", "FR"), matrix.Of("JP", "AU"), matrix.Of("AU", "FR")));
        Assert.Equal((5, 3, 0), (matrix.Shade(2), matrix.Shade(1), matrix.Shade(0)));
    }

    [Fact]
    public void Parties_beyond_the_bound_are_counted_as_hidden()
    {
        var matrix = PartyMatrix.Of([Row("FR", "JP"), Row("FR", "DE")], 2);
        Assert.Equal((2, 1), (matrix.Parties.Count, matrix.Hidden));
    }

    [Fact]
    public void A_network_has_what_held_by_the_end_of_its_year()
    {
        AgreementRow[] rows =
        [
            Row("FR", "JP") with { Stages = [Reached(AgreementStage.Negotiating, 2015), Reached(AgreementStage.Signed, 2018), Reached(AgreementStage.Terminated, 2022)] },
            Row("AU", "JP") with { Stages = [Reached(AgreementStage.InForce, 2020)] },
        ];
        Assert.Equal((0, 0), Counts(2017));
        Assert.Equal((1, 1), Counts(2018));
        Assert.Equal((2, 1), Counts(2020));
        Assert.Equal((1, 0), Counts(2022));
        Assert.Equal((2018, 2026), PartyNetwork.Years(rows, 2026));

        (int Agreements, int New) Counts(int year) => new PartyNetwork(rows, year) is var network ? (network.Agreements, network.New) : default;
    }

    private static AgreementRow Row(params string[] parties)
        => new("id", "name", AgreementType.Acsa, parties, AgreementStage.Signed, new(2020, 1, 1), 1, new(2020, 1, 1), false);

    private static StageReached Reached(AgreementStage stage, int year) => new(stage, new(year, 5, 1), true);
}
