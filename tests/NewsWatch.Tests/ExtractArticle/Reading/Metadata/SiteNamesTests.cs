using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Metadata.Titles;

namespace NewsWatch.Tests.ExtractArticle.Reading.Metadata;

public sealed class SiteNamesTests
{
    private static readonly SiteNames HarbourPost =
        new(
            new JsonLdArticle { Section = "Politics" }, new([]), "The Harbour Post", new("https://www.harbourpost.example/letters-from-readers/a"));

    [Theory]
    [InlineData("Ports are open | The Harbour Post", "Ports are open")]
    [InlineData("Ports are open - harbourpost.example", "Ports are open")]
    [InlineData("Ports are open – Harbour Post", "Ports are open")]
    [InlineData("Ports are open | Politics | The Harbour Post Online", "Ports are open")]
    [InlineData("Ports are open-Politics｜The Harbour Post", "Ports are open")]
    [InlineData("The Harbour Post: Ports are open to both fleets", "The Harbour Post: Ports are open to both fleets")]
    [InlineData("The Harbour Post | Ports are open to both fleets", "Ports are open to both fleets")]
    [InlineData("harbourpost.example Ports are open", "Ports are open")]
    [InlineData("Ports are open via @harbourpost", "Ports are open")]
    [InlineData("Ports are open (via The Harbour Post)", "Ports are open")]
    [InlineData("Ports are open | Letters from readers", "Ports are open")]
    public void The_name_and_the_section_are_cut_off(string title, string expected) => Assert.Equal(expected, HarbourPost.Cut(title, _ => false));

    [Theory]
    [InlineData("Ports are open - and no one sails")]
    [InlineData("Norland – and Westmark – share ports")]
    [InlineData("Politics of the harbour: who may land")]
    [InlineData("How readers of The Harbour Post see it")]
    [InlineData("Re-opened: a sea-port's tale")]
    [InlineData("Ships go home via @sea and the canal")]
    [InlineData("Ports are open | Letters from the coast of the west")]
    public void What_is_no_name_stays(string title) => Assert.Equal(title, HarbourPost.Cut(title, _ => false));

    [Fact]
    public void A_short_end_goes_where_the_rest_is_given_elsewhere()
        => Assert.Equal("Ports are open", HarbourPost.Cut("Ports are open - Latest news", key => key == "portsareopen"));
}
