using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Tests.ExtractArticle.Reading.Scoring;

public sealed class PhraseIndexTests
{
    private static readonly PhraseIndex Index = new(
        [("read on", 0), ("read", 1), ("©", 2), ("à lire", 3), ("写", 4), ("weiterlesen", 1)]);

    [Theory]
    [InlineData("nothing of the kind", 0b00000)]
    [InlineData("", 0b00000)]
    [InlineData("R", 0b00000)]
    [InlineData("You may read it", 0b00010)]
    [InlineData("READ ON below", 0b00011)]
    [InlineData("Bitte weiterlesen", 0b00010)]
    [InlineData("weiterlese", 0b00000)]
    [InlineData("À LIRE aussi ©", 0b01100)]
    [InlineData("画像を写", 0b10000)]
    [InlineData("read on © à lire 写", 0b11111)]
    public void Each_kind_is_found_wherever_it_stands_and_in_any_case(string text, int kinds)
        => Assert.Equal((uint)kinds, Index.In(text.ToUpperInvariant()));
}
