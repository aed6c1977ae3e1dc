using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle.Stories;

public sealed class MinHashTests
{
    [Fact]
    public void Case_punctuation_and_spacing_do_not_count()
    {
        var text = Prose.Of(1, 100);
        var dressed = "  " + text.ToUpperInvariant().Replace(" ", " , ", StringComparison.Ordinal).Replace("\n", " … ", StringComparison.Ordinal);
        Assert.Equal(1, MinHash.Of(text)!.Resemblance(MinHash.Of(dressed)!));
    }

    [Fact]
    public void The_estimate_is_near_the_true_share()
    {
        string half = Prose.Of(1, 400), one = half + "\n" + Prose.Of(2, 400), other = half + "\n" + Prose.Of(3, 400);
        var (a, b) = (Shingles.Of(one).ToArray(), Shingles.Of(other).ToArray());
        var truth = (double)a.Intersect(b).Count() / a.Union(b).Count();
        Assert.InRange(MinHash.Of(one)!.Resemblance(MinHash.Of(other)!), truth - 0.1, truth + 0.1);
    }

    [Fact]
    public void Different_texts_have_almost_nothing_in_common()
        => Assert.False(MinHash.Of(Prose.Of(1, 500))!.IsNear(MinHash.Of(Prose.Of(2, 500))!));

    [Fact]
    public void Text_without_spaces_is_compared_by_its_characters()
    {
        const string text = "両国の外務および防衛担当の閣僚は水曜日に首都で会談し、部隊の相互訪問を円滑にする協定の交渉を始めることで一致した。会談の後の共同発表によると、最初の会合は来月に開かれる。";
        var edited = text.Replace("水曜日", "木曜日", StringComparison.Ordinal);
        Assert.True(MinHash.Of(text)!.IsNear(MinHash.Of(edited)!));
    }

    [Fact]
    public void A_signature_survives_being_written_and_read()
    {
        var signature = MinHash.Of(Prose.Of(1, 200))!;
        var read = MinHash.Parse(signature.ToString())!;
        Assert.Equal((1, signature.ShingleCount), (signature.Resemblance(read), read.ShingleCount));
    }

    /// <summary>Stored signatures are compared with new ones: the function may not change.</summary>
    [Fact]
    public void The_signature_of_a_text_is_stays_what_it_was()
        => Assert.Equal(
            "95e5314af5f8276a46b2",
            ArticleId.Hash(MinHash.Of(string.Join(' ', Enumerable.Range(1, 60).Select(number => $"word{number}")))!.ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base 64!")]
    public void What_is_no_signature_is_none(string? text) => Assert.Null(MinHash.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Too short to compare with anything.")]
    public void A_short_text_has_none(string text) => Assert.Null(MinHash.Of(text));
}
