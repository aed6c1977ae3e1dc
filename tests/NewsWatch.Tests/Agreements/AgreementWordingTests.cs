namespace NewsWatch.Tests.Agreements;

public sealed class AgreementWordingTests
{
    [Fact]
    public void Every_type_and_stage_has_words()
    {
        Assert.All(Enum.GetValues<AgreementType>(), type => Assert.NotEmpty(AgreementWording.Name(type)));
        Assert.All(Enum.GetValues<AgreementStage>(), stage
            => Assert.NotEmpty(AgreementWording.Sentence(AgreementType.Acsa, ["FR", "JP"], stage)));
    }

    [Theory]
    [InlineData(AgreementType.Acsa, AgreementStage.Signed, "FR JP", "An ACSA between France and Japan was signed.")]
    [InlineData(AgreementType.Acsa, AgreementStage.Negotiating, "GB JP", "Talks on an ACSA between the United Kingdom and Japan are under way.")]
    [InlineData(AgreementType.StatusOfForces, AgreementStage.AmendedOrRenewed, "PH US", "The status of forces agreement between the Philippines and the United States was amended or renewed.")]
    [InlineData(AgreementType.InformationSecurity, AgreementStage.Proposed, "EU NO UA", "An information security agreement between the European Union, Norway and Ukraine was proposed.")]
    [InlineData(AgreementType.Other, AgreementStage.InForce, "AU BD CA DK EE", "The defence agreement between Australia, Bangladesh, Canada and 2 others is in force.")]
    public void A_sentence_reads_as_one(AgreementType type, AgreementStage stage, string parties, string expected)
        => Assert.Equal(expected, AgreementWording.Sentence(type, parties.Split(' '), stage));

    [Theory]
    [InlineData(AgreementStage.Negotiating, null, "talks opened")]
    [InlineData(AgreementStage.InForce, AgreementStage.Ratified, "in force")]
    [InlineData(AgreementStage.InForce, AgreementStage.Suspended, "back in force")]
    [InlineData(AgreementStage.AmendedOrRenewed, AgreementStage.AmendedOrRenewed, "amended or renewed again")]
    public void A_headline_says_what_has_happened(AgreementStage stage, AgreementStage? previous, string expected)
        => Assert.Equal(expected, AgreementWording.Event(stage, previous));

    [Fact]
    public void A_given_name_is_told_instead_of_the_kind()
    {
        Assert.Equal("Philippines–United States EDCA", AgreementWording.Pact(AgreementType.BasingAccess, ["PH", "US"], "EDCA"));
        Assert.Equal(
            "The EDCA between the Philippines and the United States was signed.",
            AgreementWording.Sentence(AgreementType.BasingAccess, ["PH", "US"], AgreementStage.Signed, "EDCA"));
    }

    [Fact]
    public void Every_country_lies_in_a_region_and_every_region_holds_parties()
    {
        var placed = RegionTable.Names.SelectMany(region => RegionTable.PartiesOf(region)!).ToHashSet();
        Assert.Empty(PartyTable.All.Where(party => party.IsCountry && !placed.Contains(party.Code)).Select(party => party.Code));
        Assert.Empty(placed.Except(PartyTable.All.Select(party => party.Code)));
    }
}
