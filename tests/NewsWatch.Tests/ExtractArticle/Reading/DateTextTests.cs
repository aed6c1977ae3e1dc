using System.Globalization;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Reading.Metadata;

namespace NewsWatch.Tests.ExtractArticle.Reading;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-05-03T12:30:15Z", "2024-05-03T12:30:15+00:00", DatePrecision.Zoned)]
    [InlineData("2024-05-03T12:30:15.123+0200", "2024-05-03T12:30:15+02:00", DatePrecision.Zoned)]
    [InlineData("2024-05-03 12:30:15 -05:00", "2024-05-03T12:30:15-05:00", DatePrecision.Zoned)]
    [InlineData("2024-05-03 12:30", "2024-05-03T12:30:00+00:00", DatePrecision.Local)]
    [InlineData("2024-05-03", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("Fri, 03 May 2024 12:30:15 GMT", "2024-05-03T12:30:15+00:00", DatePrecision.Zoned)]
    [InlineData("Fri May 03 2024", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("May 3, 2024 5:07 p.m. EDT", "2024-05-03T17:07:00-04:00", DatePrecision.Zoned)]
    [InlineData("Published 3rd May 2024", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("03.05.2024, 17:07 Uhr", "2024-05-03T17:07:00+00:00", DatePrecision.Local)]
    [InlineData("Stand: 3. Mai 2024", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("3 de mayo de 2024", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("2024年5月3日 17時07分", "2024-05-03T17:07:00+00:00", DatePrecision.Local)]
    [InlineData("1714739415", "2024-05-03T12:30:15+00:00", DatePrecision.Zoned)]
    [InlineData("1714739415000", "2024-05-03T12:30:15+00:00", DatePrecision.Zoned)]
    [InlineData("2024 May 3", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("5/13/2024", "2024-05-13T00:00:00+00:00", DatePrecision.Day)]
    public void A_date_keeps_what_the_page_gave(string text, string instant, DatePrecision precision)
    {
        var date = DateText.Parse(text);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), date?.Instant);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).Offset, date?.Instant.Offset);
        Assert.Equal(precision, date?.Precision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("32.13.2024")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("+1 555 2024 10")]
    public void What_is_no_date_is_none(string text) => Assert.Null(DateText.Parse(text));

    [Theory]
    [InlineData("https://example.org/news/2024/05/03/title")]
    [InlineData("https://example.org/2024-05-03-title")]
    [InlineData("https://example.org/view/AB20240503120000123")]
    public void An_address_gives_its_day(string address)
        => Assert.Equal(new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero), DateText.FromAddress(new(address))?.Instant);

    [Theory]
    [InlineData("https://example.org/news/title-20249903")]
    [InlineData("https://example.org/news/120240503120000")]
    public void A_number_that_is_no_day_gives_none(string address) => Assert.Null(DateText.FromAddress(new(address)));
}
