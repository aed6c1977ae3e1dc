using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.Tests.TrackAgreement.Resolving;

/// <summary>Whose agreement an entry is where it has a known name: a text often leaves a party out, or names one that is none.</summary>
public sealed class KnownNamesTests
{
    private static readonly KnownAgreement Bergen = new("Bergen Pact", AgreementType.Acsa, ["NO", "PL", "SE"], null, null, null, ["Pact of Bergen"], "");

    [Theory]
    [InlineData("a text that leaves a party out", "NO PL", "Bergen Pact", AgreementType.Acsa, "NO PL SE")]
    [InlineData("a text that names one more", "DK NO PL SE", "Pact of Bergen", AgreementType.Acsa, "NO PL SE")]
    [InlineData("a text that leaves one out and names another", "DK NO", "Bergen Pact", AgreementType.Acsa, "DK NO")]
    [InlineData("a text of as many others", "DK NO PL", "Bergen Pact", AgreementType.Acsa, "DK NO PL")]
    [InlineData("a text that calls it by a general word", "NO PL", "Bergen Pact", AgreementType.DefenceCooperation, "NO PL SE")]
    [InlineData("a text of another type by that name", "NO PL", "Bergen Pact", AgreementType.ReciprocalAccess, "NO PL")]
    [InlineData("a text of another name", "NO PL", "Oslo Pact", AgreementType.Acsa, "NO PL")]
    public void Its_parties_are_those_of_the_known_one_in(string why, string told, string name, AgreementType type, string parties)
    {
        var found = string.Join(' ', KnownNames.PartiesOf(Entry(told, name, type), new([Bergen])));
        Assert.True(parties == found, $"{why}: {found}");
    }

    [Fact]
    public void Of_two_known_ones_of_a_name_an_entry_keeps_its_own_parties()
        => Assert.Equal(
            ["NO", "PL"], KnownNames.PartiesOf(Entry("NO PL", "Bergen Pact", AgreementType.Acsa), new([Bergen, Bergen with { Parties = ["DK", "NO", "PL"] }])));

    private static DossierEntry Entry(string parties, string name, AgreementType type) => new()
    {
        Article = "a",
        Title = "",
        Address = new("https://outlet.example/"),
        ReportedOn = new(2024, 5, 6),
        Type = type,
        Name = name,
        Parties = parties.Split(' '),
        Stage = AgreementStage.Signed,
        Quotes = [],
        FiledAt = DateTimeOffset.UnixEpoch,
    };
}
