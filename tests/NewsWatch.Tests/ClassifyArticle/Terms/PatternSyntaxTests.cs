using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class PatternSyntaxTests
{
    [Theory]
    [InlineData("defence pact", "A Defence Pact, at last.", "Defence Pact")]
    [InlineData("defence pact", "defence-pact", "defence-pact")]
    [InlineData("defence pact", "defence and a pact", null)]
    [InlineData("sign*", "They signed.", "signed")]
    [InlineData("sign*", "They resigned.", null)]
    [InlineData("*vertrag*", "Das Verteidigungsvertragswerk", "Verteidigungsvertragswerk")]
    [InlineData("*vertrag", "Das Verteidigungsvertragswerk", null)]
    [InlineData("*vertrag", "Der Verteidigungsvertrag", "Verteidigungsvertrag")]
    [InlineData("(pact|treaty) signed", "the treaty signed", "treaty signed")]
    [InlineData("(pact|treaty) signed", "the deal signed", null)]
    [InlineData("defence (co operation|) pact", "a defence pact", "defence pact")]
    [InlineData("defence (co operation|) pact", "a defence co-operation pact", "defence co-operation pact")]
    [InlineData("will ~2 sign", "will sign", "will sign")]
    [InlineData("will ~2 sign", "will not yet sign", "will not yet sign")]
    [InlineData("will ~2 sign", "will in the end sign", null)]
    [InlineData("Union treaty", "the Union treaty", "Union treaty")]
    [InlineData("Union treaty", "the union treaty", null)]
    [InlineData("ACSA", "An ACSA and an acsa", "ACSA")]
    [InlineData("accord signe", "Accord signé", "Accord signé")]
    [InlineData("署名", "協定に署名した", "署名")]
    [InlineData("서명했다", "협정에 서명했다", "서명했다")]
    [InlineData("اتفاقيه", "وقعت الاتفاقية", "الاتفاقية")]
    public void A_pattern_reads(string pattern, string text, string? found)
        => Assert.Equal(found is null ? [] : [$"noun \"{found}\""], ReadTexts.With($"[noun]\n{pattern}", text).Found().Select(hit => hit.Replace("Noun", "noun", StringComparison.Ordinal)));

    [Theory]
    [InlineData("(pact|treaty", "leaves a parenthesis open")]
    [InlineData("pact) signed", "closes a parenthesis it did not open")]
    [InlineData("will ~ sign", "has a gap without a number")]
    public void A_broken_pattern_is_refused_with_its_fault(string pattern, string fault)
        => Assert.Contains(fault, Assert.Throws<FormatException>(() => PatternSyntax.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_of_compounds_of_one_letter_is_refused()
        => Assert.Throws<FormatException>(() => ReadTexts.With("[noun]\n*a*", "a"));
}
