using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class AgreementIdTests
{
    [Fact]
    public void Parties_are_named_in_one_order_each_once()
        => Assert.Equal("acsa-fr-jp", AgreementId.Of(AgreementType.Acsa, ["jp", " FR ", "JP", "", " "]));

    [Theory]
    [InlineData("")]
    [InlineData("JP")]
    [InlineData("JP,jp")]
    public void Fewer_than_two_parties_make_no_agreement(string parties)
        => Assert.Throws<ArgumentException>(() => AgreementId.OfParties(parties.Split(',')));

    /// <summary>Twenty parties are 59 characters, twenty-one are 62.</summary>
    [Fact]
    public void As_many_parties_as_fit_are_named_and_more_are_counted()
    {
        var codes = Enumerable.Range(0, 21).Select(number => $"A{(char)('A' + number)}").ToList();
        Assert.Equal(string.Join('-', codes.Take(20)).ToLowerInvariant(), AgreementId.OfParties(codes.Take(20)));
        Assert.Matches("^21-parties-[0-9a-f]{20}$", AgreementId.OfParties(codes));
        Assert.NotEqual(AgreementId.OfParties(codes), AgreementId.OfParties([.. codes.Skip(1), "ZZ"]));
        string[] sixty = [.. codes.Take(19), "ABC"];
        Assert.Equal(60, string.Join('-', sixty).Length);
        Assert.DoesNotContain("parties", AgreementId.OfParties(sixty), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_is_come_to_again_is_numbered()
    {
        Assert.Equal("acsa-fr-jp_amended-renewed", AgreementId.OfDevelopment("acsa-fr-jp", AgreementStage.AmendedOrRenewed, 1));
        Assert.Equal("acsa-fr-jp_signed_2", AgreementId.OfDevelopment("acsa-fr-jp", AgreementStage.Signed, 2));
        Assert.Equal(("acsa-fr-jp", "acsa-fr-jp-2"), (AgreementId.OfNumber("acsa-fr-jp", 1), AgreementId.OfNumber("acsa-fr-jp", 2)));
    }
}
