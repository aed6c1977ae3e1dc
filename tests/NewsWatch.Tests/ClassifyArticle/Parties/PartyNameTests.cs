using NewsWatch.ClassifyArticle.Parties;

namespace NewsWatch.Tests.ClassifyArticle.Parties;

/// <summary>Which states a name means, where a part of it, or the same letters, mean another.</summary>
public sealed class PartyNameTests
{
    [Theory]
    [InlineData("en", "Officials of S. Sudan and Uganda signed a pact.", "SS UG")]
    [InlineData("en", "South Sudan and Sudan signed a pact.", "SS SD")]
    [InlineData("en", "S. Korea and N. Korea signed a pact.", "KR KP")]
    [InlineData("en", "The firm spoke at the RSA Conference in May.", "")]
    [InlineData("en", "The RSA and Angola signed a pact.", "ZA AO")]
    [InlineData("en", "The Greek Cypriot government and France signed a pact.", "CY FR")]
    [InlineData("en", "The Turkish Cypriot leader objected.", "")]
    [InlineData("en", "Leaders of the Pacific Islands met on Tuesday.", "")]
    [InlineData("de", "Die Pacific Islands und Island sprachen darüber.", "IS")]
    [InlineData("de", "Die Regierung Islands stimmte zu.", "IS")]
    [InlineData("fi", "Perustuslaki ja perusopetus ovat Perussuomalaisten asia.", "")]
    [InlineData("fi", "Suomi ja Peru allekirjoittivat sopimuksen.", "FI PE")]
    [InlineData("ru", "Кипр и Греция подписали соглашение.", "CY GR")]
    [InlineData("ru", "Греко-кипрская сторона подписала соглашение с Францией.", "CY FR")]
    [InlineData("tr", "Güney Kıbrıs Rum Yönetimi ile Fransa anlaşma imzaladı.", "CY FR")]
    [InlineData("fr", "Les Chypriotes grecs et la France ont signé.", "CY FR")]
    [InlineData("en", "Papua New Guinea and Equatorial Guinea signed a pact with Guinea-Bissau.", "PG GQ GW")]
    [InlineData("en", "The Dominican Republic and Dominica signed a pact.", "DO DM")]
    [InlineData("en", "The Republic of the Congo and the Democratic Republic of the Congo signed a pact.", "CG CD")]
    [InlineData("en", "Nigeria and Niger signed a pact.", "NG NE")]
    [InlineData("en", "The governor of New Mexico met the Georgia Bulldogs.", "")]
    [InlineData("en", "Northern Ireland is not Ireland.", "GB IE")]
    public void A_name_means(string language, string text, string codes)
    {
        var found = new PartyFinder(ReadTexts.Of(text, language)).Find().SelectMany(sentence => sentence).Select(party => party.Code);
        Assert.Equal((text, codes), (text, string.Join(' ', found.Distinct())));
    }
}
