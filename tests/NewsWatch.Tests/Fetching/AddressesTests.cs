using NewsWatch.Fetching.Hops;

namespace NewsWatch.Tests.Fetching;

/// <summary>Addresses that carry another, and addresses that were mistyped.</summary>
public sealed class AddressesTests
{
    [Theory]
    [InlineData("https://www.bing.com/ck/a?!&&p=0af3&u=a1aHR0cHM6Ly9uZXdzLmV4YW1wbGUvYT9pZD03&ntb=1", "https://news.example/a?id=7")]
    [InlineData("http://www.bing.com/news/apiclick.aspx?ref=FexRss&tid=1&url=https%3a%2f%2fnews.example%2fa&c=1", "https://news.example/a")]
    [InlineData("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D7&data=05", "https://news.example/a?id=7")]
    [InlineData("https://r.search.yahoo.com/_ylt=A0ge/RV=2/RE=1700000000/RO=10/RU=https%3a%2f%2fnews.example%2fa/RK=2/RS=x-", "https://news.example/a")]
    [InlineData("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fnews.example%2Fa&rut=0af3", "https://news.example/a")]
    [InlineData("https://translate.google.com/translate?sl=ja&tl=en&u=https://news.example/a", "https://news.example/a")]
    [InlineData("https://www-mod--news-example.translate.goog/a?_x_tr_sl=ja&_x_tr_tl=en&id=7", "https://www.mod-news.example/a?id=7")]
    [InlineData("https://news.google.com/rss/articles/CBMiFmh0dHBzOi8vbmV3cy5leGFtcGxlL2HSAQA?oc=5", "https://news.example/a")]
    [InlineData("https://news-example.cdn.ampproject.org/v/s/news.example/a?amp_js_v=0.1", "https://news.example/a?amp_js_v=0.1")]
    [InlineData("https://www.google.co.uk/amp/s/news.example/a", "https://news.example/a")]
    [InlineData("https://www.google.de/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa", "https://news.example/a")]
    [InlineData("https://urldefense.proofpoint.com/v2/url?u=https-3A__news.example_a-3Fid-3D7&d=x", "https://news.example/a?id=7")]
    [InlineData("https://urldefense.com/v3/__https://news.example/a__;!!x!y$", "https://news.example/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fnews.example%252Fa", "https://news.example/a")]
    [InlineData("https://news.google.com/rss/articles/CBMiV0FVX3lxTE5hYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg?oc=5", null)]
    [InlineData("https://www.google.example/url?q=https%3A%2F%2Fnews.example%2Fa", null)]
    [InlineData("https://www.google.com/url?q=javascript%3Aalert(1)", null)]
    [InlineData("https://notgoogle.com/url?q=https%3A%2F%2Fnews.example%2Fa", null)]
    [InlineData("https://news.example/url?url=https%3A%2F%2Fother.example%2Fa", null)]
    public void An_address_that_carries_another_leads_there_unasked(string address, string? carried)
        => Assert.Equal(carried ?? address, Wrappers.Unwrapped(new(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://bit.ly/3abcdef", true)]
    [InlineData("https://news.example/3abcdef", false)]
    public void A_shortener_must_be_asked(string address, bool isAsked) => Assert.Equal(isAsked, Wrappers.MustBeAsked(new(address)));

    [Fact]
    public void The_table_of_wrappers_is_sorted_and_each_form_is_known()
    {
        var rows = WrapperRow.ReadAll().ToList();
        var keys = rows.Select(row => $"{row.Key}\t{row.Form} {row.Name}".TrimEnd()).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(rows, row => Assert.Equal(row.Key.Split('/')[0].ToLowerInvariant(), row.Key.Split('/')[0]));
        Assert.All(rows, row => Assert.Contains(row.Form, (string[])["parameter", "base64", "segment", "amp", "host", "token", "proofpoint", "ask"]));
    }

    [Theory]
    [InlineData("htp://news.example/a", "http://news.example/a")]
    [InlineData("htps://news.example/a", "https://news.example/a")]
    [InlineData("htttps://news.example/a", "https://news.example/a")]
    [InlineData("hhttp://news.example/a", "http://news.example/a")]
    [InlineData("ttps://news.example/a", "https://news.example/a")]
    [InlineData("http//news.example/a", "http://news.example/a")]
    [InlineData("http:/news.example/a", "http://news.example/a")]
    [InlineData("http:///news.example/a", "http://news.example/a")]
    [InlineData("https:\\\\news.example/a", "https://news.example/a")]
    [InlineData("https;//news.example/a", "https://news.example/a")]
    [InlineData("http://https://news.example/a", "https://news.example/a")]
    [InlineData("http:// news.example/a", "http://news.example/a")]
    [InlineData("www.news.example/a", "https://www.news.example/a")]
    [InlineData("feed://news.example/a", "http://news.example/a")]
    [InlineData("https://news.exam\n ple/a", null)]
    [InlineData("https://news.example/a\n", "https://news.example/a")]
    [InlineData("'https://news.example/a'\r'", "https://news.example/a")]
    [InlineData("mailto:a@news.example", null)]
    [InlineData("httpd.news.example/a", null)]
    [InlineData("javascript:void(0)", null)]
    public void A_mistyped_address_is_what_was_meant(string text, string? meant) => Assert.Equal(meant, TypedAddress.Read(text)?.AbsoluteUri);
}
