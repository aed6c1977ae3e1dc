using NewsWatch.PollFeeds.Addresses;
using NewsWatch.Text.Tables;

namespace NewsWatch.Tests.PollFeeds.Addresses;

public sealed class CanonicalAddressTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/A?b=1#part", "https://news.example/A?b=1")]
    [InlineData("http://news.example:80/", "http://news.example/")]
    [InlineData("http://news.example:8080/a", "http://news.example:8080/a")]
    [InlineData("https://user:secret@news.example/a", "https://news.example/a")]
    [InlineData("https://bücher.example/a", "https://xn--bcher-kva.example/a")]
    [InlineData("https://news.example./a", "https://news.example/a")]
    [InlineData("https://news.example/a?utm_source=rss&id=7&utm_medium=feed&fbclid=x", "https://news.example/a?id=7")]
    [InlineData("https://news.example/a?UTM_Source=rss", "https://news.example/a")]
    [InlineData("https://news.example/a?feature=defence", "https://news.example/a?feature=defence")]
    [InlineData("https://www.youtube.com/watch?v=1&feature=share", "https://www.youtube.com/watch?v=1")]
    [InlineData("https://news.example/spip.php?page=a&id=%5B1%5D", "https://news.example/spip.php?page=a&id=%5B1%5D")]
    [InlineData("https://news.example/story/amp/", "https://news.example/story/")]
    [InlineData("https://news.example/story/amp", "https://news.example/story")]
    [InlineData("https://news.example/amp", "https://news.example/amp")]
    [InlineData("https://news.example/story.amp.html", "https://news.example/story.html")]
    [InlineData("https://news.example/story?amp=1", "https://news.example/story")]
    [InlineData("https://news.example/story?outputType=amp", "https://news.example/story")]
    [InlineData("https://news.example/story?amp&id=7", "https://news.example/story?id=7")]
    [InlineData("https://news.example/story?amp=true", "https://news.example/story")]
    [InlineData("https://news.example/story?amp=2", "https://news.example/story?amp=2")]
    [InlineData("https://news.example/story?outputType=json", "https://news.example/story?outputType=json")]
    [InlineData("https://news.example/story?format=amp", "https://news.example/story?format=amp")]
    [InlineData("https://news.example/story?amp_js_v=0.1&amp_gsa=1&usqp=x", "https://news.example/story")]
    [InlineData("https://news.example/story?m=1", "https://news.example/story")]
    [InlineData("https://news.example/story?m=2", "https://news.example/story?m=2")]
    [InlineData("https://news.example/story?view=mobile", "https://news.example/story")]
    [InlineData("https://news.example/story?view=full&page=mobile", "https://news.example/story?view=full&page=mobile")]
    [InlineData("https://news.example/story?=7", "https://news.example/story?=7")]
    [InlineData("https://mobile.news.example/story", "https://www.news.example/story")]
    [InlineData("https://touch.news.example/story", "https://www.news.example/story")]
    [InlineData("https://m.www.news.example/story", "https://www.news.example/story")]
    [InlineData("https://news.m.example/story", "https://news.m.example/story")]
    [InlineData("https://m.news.example/story", "https://www.news.example/story")]
    [InlineData("https://amp.news.example/story", "https://www.news.example/story")]
    [InlineData("https://en.m.news.example/story", "https://en.news.example/story")]
    [InlineData("https://m.example/story", "https://m.example/story")]
    [InlineData("https://www.google.com/amp/s/news.example/story", "https://news.example/story")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/story/amp", "https://news.example/story")]
    [InlineData("https://www.google.com/url?rct=j&url=https%3A%2F%2Fnews.example%2Fa%3Futm_source%3Dx&ct=ga", "https://news.example/a")]
    [InlineData("https://mod.example/show.do;jsessionid=0AF3.node1?id=7", "https://mod.example/show.do?id=7")]
    [InlineData("https://mod.example/show.php?PHPSESSID=0af3&id=7", "https://mod.example/show.php?id=7")]
    [InlineData("https://mod.example/(S(3x5yq0rbvz2u4w45))/news.aspx?id=7", "https://mod.example/news.aspx?id=7")]
    [InlineData("https://mod.example/(S(3x5yq0rbvz2u4w45)).other.example/news", "https://mod.example/(S(3x5yq0rbvz2u4w45)).other.example/news")]
    [InlineData("https://app.example/#!/story/1", "https://app.example/#!/story/1")]
    public void Addresses_of_one_article_become_one(string address, string canonical)
    {
        Assert.Equal(canonical, CanonicalAddress.Of(new(address)).AbsoluteUri);
        Assert.Equal(canonical, CanonicalAddress.Of(CanonicalAddress.Of(new(address))).AbsoluteUri);
    }

    [Fact]
    public void The_table_of_parameters_is_sorted_and_in_lower_case()
    {
        var rows = DataTable.Read("NewsWatch.PollFeeds.Addresses.tracking-parameters.tsv", 2)
            .Select(row => (Key: row[0], Value: row[1])).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(row.Key.ToLowerInvariant(), row.Key));
        Assert.Equal(rows.Order(Comparer<(string Key, string Value)>.Create((one, other) => string.CompareOrdinal($"{one.Key}\t{one.Value}", $"{other.Key}\t{other.Value}"))), rows);
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }
}
