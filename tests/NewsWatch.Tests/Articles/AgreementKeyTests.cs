namespace NewsWatch.Tests.Articles;

public sealed class AgreementKeyTests
{
    [Fact]
    public void A_key_names_type_parties_and_stage_in_one_order()
    {
        Assert.Equal("acsa-fr-jp_signed", AgreementKey.Of(Found(AgreementStage.Signed, "JP", "FR", "jp")));
        Assert.Equal("acsa-fr-jp_amended-renewed", AgreementKey.Of(Found(AgreementStage.AmendedOrRenewed, "FR", "JP")));
    }

    [Fact]
    public void The_second_of_the_same_is_numbered()
        => Assert.Equal(
            ["acsa-fr-jp_signed", "acsa-fr-jp_proposed", "acsa-fr-jp_signed_2", "acsa-fr-jp_signed_3"],
            AgreementKey.Of(
            [
                Found(AgreementStage.Signed, "FR", "JP"),
                Found(AgreementStage.Proposed, "FR", "JP"),
                Found(AgreementStage.Signed, "JP", "FR"),
                Found(AgreementStage.Signed, "FR", "JP"),
            ]).Select(keyed => keyed.Key));

    private static FoundAgreement Found(AgreementStage stage, params string[] parties) => new(AgreementType.Acsa, "the pact", parties, stage, null, []);
}
