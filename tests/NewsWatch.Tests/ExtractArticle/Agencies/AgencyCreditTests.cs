using NewsWatch.ExtractArticle.Agencies;

namespace NewsWatch.Tests.ExtractArticle.Agencies;

public sealed class AgencyCreditTests
{
    [Theory]
    [InlineData("TOKYO, Jan 8 (Reuters) - Two ministers met.", "Reuters")]
    [InlineData("PARIS (AP) — Two ministers met.", "AP")]
    [InlineData("TOKYO (Kyodo) -- Two ministers met.", "Kyodo")]
    [InlineData("МОСКВА, 8 янв — РИА Новости. Министры встретились.", "RIA Novosti")]
    [InlineData("МОСКВА, 8 января. /ТАСС/. Министры встретились.", "TASS")]
    [InlineData("新华社巴黎1月8日电（记者）两国部长举行会谈。", "Xinhua")]
    [InlineData("【パリ共同】両国の閣僚が会談した。\n（共同）", "Kyodo")]
    [InlineData("(서울=연합뉴스) 두 나라 장관이 만났다.", "Yonhap")]
    [InlineData("Berlin (dpa) - Zwei Minister trafen sich.", "dpa")]
    [InlineData("Two ministers met.\nThey agreed.\n(Reuters/AFP)", "Reuters")]
    [InlineData("Two ministers met.\nThey agreed on talks that will begin next month in the capital, officials said. (PTI)", "PTI")]
    [InlineData("Two ministers met.\nThey agreed.\nSource: AFP", "AFP")]
    [InlineData("Two ministers met.\nThey agreed.\n© 2017 AFP", "AFP")]
    [InlineData("Two ministers met.\nThey agreed.\n-- Bernama", "Bernama")]
    public void A_credit_where_agencies_are_credited_names_the_agency(string text, string agency)
        => Assert.Equal(agency, AgencyCredit.Of("paper.example", [], text));

    [Theory]
    [InlineData("The minister told Reuters that talks had begun.\nAFP reported the same.\nThat was all, the Associated Press wrote.")]
    [InlineData("A map of the tap (map) was shown.\nThe end (map).")]
    [InlineData("Two ministers met. © A Person/dpa/AAP\nThey agreed.")]
    [InlineData("Two ministers met.\nThe ministers in the capital. (A Person/The Associated Press)\nThey agreed.")]
    [InlineData("Two ministers met.\nThey agreed.\nFoto: PAP")]
    [InlineData("Two ministers in Paris, 12 July. A PERSON / AFP\nThey agreed.")]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_agency_only_named_is_no_credit(string text) => Assert.Null(AgencyCredit.Of("paper.example", [], text));

    [Theory]
    [InlineData("Reuters", "Reuters")]
    [InlineData("By Staff and AFP", "AFP")]
    [InlineData("Agence France-Presse", "AFP")]
    [InlineData("A Reporter, with Kyodo News", "Kyodo")]
    public void A_byline_may_be_the_agencys(string author, string agency) => Assert.Equal(agency, AgencyCredit.Of("paper.example", [author], "Text."));

    [Fact]
    public void An_agencys_own_site_carries_its_copy() => Assert.Equal("Reuters", AgencyCredit.Of("www.reuters.com", [], "Text."));

    [Fact]
    public void Every_row_has_a_name_credits_and_hosts_and_no_credit_is_two_agencies()
    {
        var rows = NewsAgencies.Known.Rows;
        Assert.All(rows, row => Assert.True(row.Name.Length > 1 && row.Credits.All(credit => credit.Trim().Length > 1) && row.Hosts.All(host => host.Contains('.'))));
        Assert.Equal(rows.Select(row => row.Name), rows.Select(row => row.Name).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Empty(rows.SelectMany(row => row.Credits).GroupBy(credit => credit, StringComparer.Ordinal).Where(credit => credit.Count() > 1).Select(credit => credit.Key));
        Assert.Empty(rows.SelectMany(row => row.Hosts).GroupBy(host => host, StringComparer.Ordinal).Where(host => host.Count() > 1).Select(host => host.Key));
    }
}
