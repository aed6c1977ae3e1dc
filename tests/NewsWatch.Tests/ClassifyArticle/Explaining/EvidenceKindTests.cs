using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Explaining;

namespace NewsWatch.Tests.ClassifyArticle.Explaining;

public sealed class EvidenceKindTests
{
    [Theory]
    [InlineData("party:JP:Japan*", EvidenceKind.Party)]
    [InlineData("date:weekday", EvidenceKind.Day)]
    [InlineData("known:reciprocal-access:日豪円滑化協定", EvidenceKind.Instrument)]
    [InlineData("en:acsa:acquisition (and|&|) cross servicing", EvidenceKind.Instrument)]
    [InlineData("en:defence-cooperation:($n) ~3 ($coop)", EvidenceKind.Instrument)]
    [InlineData("second-reader:tiny", EvidenceKind.Sentence)]
    [InlineData(EvidenceKinds.Analyst, EvidenceKind.Sentence)]
    public void A_rule_tells_what_its_words_are(string rule, EvidenceKind expected) => Assert.Equal(expected, EvidenceKinds.Of(rule));

    [Fact]
    public void Every_act_in_every_form_is_an_act()
        => Assert.All(WireName.All<Act>(), act => Assert.All(new[] { act, $"{act} done", $"{act} noun" },
            section => Assert.Equal(EvidenceKind.Act, EvidenceKinds.Of($"en:{section}:(words)"))));
}
