using System.Globalization;
using NewsWatch.Text.Dates;

namespace NewsWatch.Tests.Text.Dates;

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
    [InlineData("令和6年5月3日", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("更新日：R6.5.3", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("令和６年５月３日", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("發布日期：113年5月3日", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("中華民國113年5月3日", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("令和元年5月3日", "2019-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("주체113(2024)년 5월 3일", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("๓ พฤษภาคม พ.ศ. ๒๕๖๗", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("3 พฤษภาคม 2567", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("1403/02/14", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("14 اردیبهشت 1403", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("24 شوال 1445", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("3 tháng 5, 2024", "2024-05-03T00:00:00+00:00", DatePrecision.Day)]
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
    [InlineData("https://example.org/articles/2024-05-03+title")]
    [InlineData("https://example.org/blog/2024/may/03/title")]
    [InlineData("https://example.org/articles/title-2024-05-03.html")]
    [InlineData("https://example.org/view/AB20240503120000123")]
    [InlineData("https://example.org/202405/t20240503_4567.html")]
    public void An_address_gives_its_day(string address)
        => Assert.Equal(new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero), DateText.FromAddress(new(address))?.Instant);

    [Theory]
    [InlineData("https://example.org/news/title-20249903")]
    [InlineData("https://example.org/news/120240503120000")]
    public void A_number_that_is_no_day_gives_none(string address) => Assert.Null(DateText.FromAddress(new(address)));

    [Theory]
    [InlineData("3/4/2024", DayOrder.DayFirst, "2024-04-03")]
    [InlineData("3/4/2024", DayOrder.MonthFirst, "2024-03-04")]
    [InlineData("3.4.2024", DayOrder.MonthFirst, "2024-04-03")]
    [InlineData("13/4/2024", DayOrder.MonthFirst, "2024-04-13")]
    public void Figures_that_can_be_read_both_ways_are_read_as_the_page_writes_them(string text, object order, string day)
        => Assert.Equal(day, DateText.Parse(text, () => (DayOrder)order)?.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
