using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class EvidenceSentenceTests
{
    [Theory]
    [InlineData("It rained. They signed the pact. It cleared.", "It rained.|They signed the pact.|It cleared.")]
    [InlineData("One line\n\n Another one ", "One line|Another one")]
    [InlineData("署名した。発効する。", "署名した。|発効する。")]
    [InlineData("No. 3 was signed by J. Smith. Next.", "No. 3 was signed by J. Smith.|Next.")]
    [InlineData("", "")]
    public void A_text_is_cut_into_its_sentences(string text, string expected)
        => Assert.Equal(expected, string.Join('|', EvidenceSentence.All(text).Select(stretch => text[stretch.Start..stretch.End])));

    [Fact]
    public void Each_sentence_is_the_one_around_any_of_its_words()
    {
        const string Text = "It rained. They signed it at last. It cleared.";
        var content = new ArticleContent { Hash = "", Title = "", Text = Text, ReadAt = default, Origin = TextOrigin.Page };
        Assert.All(EvidenceSentence.All(Text), stretch =>
            Assert.Equal(stretch, EvidenceSentence.Around(content, new(stretch.Start + 3, stretch.End - 1, "rule"))));
    }

    [Theory]
    [InlineData("quiet words ", "signed the pact")]
    [InlineData("各国の発言、", "署名した")]
    public void What_is_cut_out_of_an_endless_sentence_begins_and_ends_with_a_word(string filler, string evidence)
    {
        var text = string.Concat(Enumerable.Repeat(filler, 100)) + evidence + string.Concat(Enumerable.Repeat(" " + filler, 100));
        var content = new ArticleContent { Hash = "", Title = "", Text = text, ReadAt = default, Origin = TextOrigin.Page };
        var at = text.IndexOf(evidence, StringComparison.Ordinal);
        var (start, end) = EvidenceSentence.Around(content, new(at, at + evidence.Length, "rule"))!.Value;
        Assert.InRange(end - start, evidence.Length, EvidenceSentence.MaxLength);
        string[] words = [.. filler.Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries), .. evidence.Split(' ')];
        Assert.All(text[start..end].Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, words));
    }
}
