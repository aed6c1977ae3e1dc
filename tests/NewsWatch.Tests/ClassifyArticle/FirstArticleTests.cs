using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>One article with a piece of news and three agreements told beside it.</summary>
public sealed class FirstArticleTests
{
    private static readonly ClassifierInput Article = new(
        "France and Japan to open talks on military supply agreement",
        """
        The foreign and defence ministers of France and Japan, meeting in Paris, agreed in a joint statement on 8 January 2017 to open negotiations on an acquisition and cross-servicing agreement (ACSA).
        Such an agreement would let the two countries' forces provide each other with fuel, food and transport.
        So far Japan has signed ACSAs only with the United States and Australia.
        An intergovernmental agreement between France and Japan on transfers of military equipment and technology took effect in December 2016.
        """);

    private readonly Classification verdict = new AgreementClassifier().Classify(Article);

    [Fact]
    public void The_news_is_flagged_and_first()
    {
        Assert.True(verdict.Flagged);
        var primary = verdict.Agreements[0];
        Assert.Equal((AgreementType.Acsa, AgreementStage.Negotiating, false), (primary.Type, primary.Stage, primary.Background));
        Assert.Equal(["FR", "JP"], primary.Parties.Order());
    }

    [Theory]
    [InlineData(AgreementType.DefenceEquipmentTechnology, "FR", "JP", AgreementStage.InForce)]
    [InlineData(AgreementType.Acsa, "JP", "US", AgreementStage.Signed)]
    [InlineData(AgreementType.Acsa, "AU", "JP", AgreementStage.Signed)]
    public void What_is_told_beside_it_is_found_as_background(AgreementType type, string one, string other, AgreementStage stage)
    {
        var found = Assert.Single(verdict.Agreements, agreement => agreement.Type == type && agreement.Parties.Order().SequenceEqual([one, other]));
        Assert.Equal((stage, true), (found.Stage, found.Background));
    }

    [Fact]
    public void Nothing_else_is_found() => Assert.Equal(4, verdict.Agreements.Count);

    [Fact]
    public void Each_has_evidence_that_lies_in_the_text()
    {
        foreach (var agreement in verdict.Agreements)
        {
            Assert.NotEmpty(agreement.Evidence);
            foreach (var evidence in agreement.Evidence)
            {
                var read = evidence.InTitle ? Article.Title : Article.Text;
                Assert.True(0 <= evidence.Start && evidence.Start < evidence.End && evidence.End <= read.Length);
            }
        }
    }

    [Theory]
    [InlineData("ru", "Россия и Лаос подписали соглашение о военном сотрудничестве, сообщило Минобороны.")]
    [InlineData("en", "Ghana and Italy signed an agreement, under which their armed forces train together, in Accra on Sunday.")]
    [InlineData("ko", "대한민국과 페루는 협정을 체결하여 국방교류협력을 넓힌다고 국방부가 8일 밝혔다.")]
    public void A_name_runs_over_no_comma_and_nothing_that_is_done_with_it(string language, string text)
        => Assert.All(new AgreementClassifier().Classify(new("", text) { Language = language }).Agreements, agreement =>
        {
            Assert.DoesNotContain(',', agreement.Name);
            Assert.DoesNotContain("체결", agreement.Name, StringComparison.Ordinal);
        });
}
