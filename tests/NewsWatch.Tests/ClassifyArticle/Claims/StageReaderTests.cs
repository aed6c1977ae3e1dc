using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>How the stage is chosen from what speaks for it.</summary>
public sealed class StageReaderTests
{
    private static readonly WeightTable Table = new(new Dictionary<string, double>(StringComparer.Ordinal) { ["weight"] = 1 });

    [Fact]
    public void Claims_of_one_stage_speak_together_and_the_weightiest_of_them_proves_it()
    {
        var (lesser, greater) = (Claim(1), Claim(2));
        var read = StageReader.Choose(
            [Saying(AgreementStage.Ratified, 1.2, Claim(0)), Saying(AgreementStage.Signed, 0.9, lesser), Saying(AgreementStage.Signed, 1, greater)], Table);
        Assert.Equal(AgreementStage.Signed, read.Stage);
        Assert.Same(greater, read.Claim);
        Assert.Equal((Math.Exp(0.9) + Math.Exp(1)) / (Math.Exp(0.9) + Math.Exp(1) + Math.Exp(1.2)), read.Likelihood, 10);
    }

    [Theory]
    [InlineData(900, 899)]
    [InlineData(-900, -901)]
    [InlineData(900, -900)]
    public void Weights_beyond_what_a_number_can_be_raised_to_are_held_against_one_another_all_the_same(double weight, double other)
    {
        var read = StageReader.Choose([Saying(AgreementStage.Ratified, other, Claim(0)), Saying(AgreementStage.Signed, weight, Claim(1))], Table);
        Assert.Equal(AgreementStage.Signed, read.Stage);
        Assert.Equal(1 / (1 + Math.Exp(other - weight)), read.Likelihood, 10);
    }

    [Fact]
    public void News_and_what_is_told_beside_it_have_weights_of_their_own()
    {
        var reading = ArticleReading.Of(
            new("", "Norway and Poland signed a defence cooperation agreement in Oslo.") { Language = "en" }, AgreementLexicon.Default, ReadingWeights.Shipped)!;
        var reader = new StageReader(reading, ReadingWeights.Shipped);
        Assert.Same(ReadingWeights.Shipped.NewsClaim, reader.Table(background: false));
        Assert.Same(ReadingWeights.Shipped.BackgroundClaim, reader.Table(background: true));
    }

    private static ClaimAlternative Saying(AgreementStage stage, double weight, Claim claim)
    {
        var features = new Features();
        features.Add("weight", weight);
        return new(stage, claim, features);
    }

    private static Claim Claim(int sentence) => new(Act.Sign, Manner.Done, null, sentence, 0, 1, "");
}
