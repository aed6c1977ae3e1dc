using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.Tests.TrackAgreement.Resolving;

/// <summary>What a name says of which instrument it is, and the name as a dossier shows it.</summary>
public sealed class InstrumentNamesTests
{
    [Theory]
    [InlineData("Trinity House Agreement", "en", "trinity house")]
    [InlineData("Reciprocal Access Agreement", "en", "")]
    [InlineData("Defence Cooperation Agreements", "en", "")]
    [InlineData("The \"Clifton\" Treaty (of the Avon-Severn)", "en", "clifton avon severn")]
    [InlineData("Bern Pact", "en", "bern")]
    [InlineData("Ely Pact", "en", "")]
    [InlineData("NATO SOFA", "en", "")]
    [InlineData("ACSA2020 Accord", "en", "")]
    [InlineData("trinity agreement", "en", "")]
    [InlineData("Соглашение Тринити", "ru", "")]
    [InlineData("Abkommen von Hohenfels", "de", "")]
    [InlineData("Hohenfels Agreement", "en", "hohenfels")]
    [InlineData("Japan-Norway Pact of Bergen, Bergen", "en", "bergen")]
    public void Words_that_only_its_name_has_tell_an_instrument(string name, string language, string words)
        => Assert.Equal(words, string.Join(' ', InstrumentNames.Distinctive(name, language)));

    [Theory]
    [InlineData("  the Trinity\u00a0House  Agreement, ", "Trinity House Agreement")]
    [InlineData("The Bergen Pact", "Bergen Pact")]
    [InlineData("a Bergen Pact", "Bergen Pact")]
    [InlineData("A Bergen Pact", "Bergen Pact")]
    [InlineData("an Oslo Pact", "Oslo Pact")]
    [InlineData("An Oslo Pact", "Oslo Pact")]
    [InlineData("its Bergen Pact", "Bergen Pact")]
    [InlineData("their Bergen Pact", "Bergen Pact")]
    [InlineData("this Bergen Pact", "Bergen Pact")]
    [InlineData("that Bergen Pact", "Bergen Pact")]
    [InlineData("“Bergen Pact”", "Bergen Pact")]
    [InlineData("Bergen Pact”", "Bergen Pact")]
    [InlineData("“Bergen” Pact", "“Bergen” Pact")]
    [InlineData("Bergen Pact (of Norway", "Bergen Pact")]
    [InlineData("Bergen Pact (Norway)", "Bergen Pact (Norway)")]
    [InlineData("卑爾根協定（挪威", "卑爾根協定")]
    [InlineData("RAA", "RAA")]
    [InlineData("SOFA", "SOFA")]
    [InlineData("Bergener", "Bergener")]
    [InlineData("pact", null)]
    [InlineData("Pacts", null)]
    [InlineData("Abkommen", null)]
    [InlineData("DC", null)]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen Pact", "One two three four five six seven eight nine ten eleven twelve thirteen Pact")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen fourteen Pact", null)]
    public void A_name_is_shown_as_a_clean_phrase_or_not_at_all(string name, string? clean) => Assert.Equal(clean, InstrumentNames.Clean(name));
}
