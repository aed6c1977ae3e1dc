using NewsWatch.Review;

namespace NewsWatch.Tests.Review;

public sealed class PartyTextTests
{
    [Theory]
    [InlineData("Japan, Italy", "JP IT")]
    [InlineData("jp it", "JP IT")]
    [InlineData("FR-JP", "FR JP")]
    [InlineData("United Kingdom – Japan", "GB JP")]
    [InlineData("NATO; Japan", "NATO JP")]
    [InlineData("", "")]
    public void Names_and_codes_are_read(string typed, string expected)
        => Assert.Equal((expected, null), (string.Join(' ', PartyText.Codes(typed).Codes), PartyText.Codes(typed).Unknown));

    [Fact]
    public void What_is_no_party_is_named() => Assert.Equal("Atlantis", PartyText.Codes("Japan, Atlantis").Unknown);
}
