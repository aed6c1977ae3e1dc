using System.Globalization;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

public sealed class FeedDatesTests
{
    private static readonly FeedDates Dates = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2026-03-02T08:30:00Z", "2026-03-02T08:30:00")]
    [InlineData("2026-03-02T08:30:00.1234567+02:00", "2026-03-02T06:30:00")]
    [InlineData("20260302T083000Z", "2026-03-02T08:30:00")]
    [InlineData("2026-03-02T24:00:00Z", "2026-03-03T00:00:00")]
    [InlineData("2026-03-02 08:30:00 +0530", "2026-03-02T03:00:00")]
    [InlineData("Mon, 02 Mar 2026 08:30:00 GMT", "2026-03-02T08:30:00")]
    [InlineData("Mon, 2 Mar 26 08:30 EST", "2026-03-02T13:30:00")]
    [InlineData("2 Mar 2026 08:30:60 -0330", "2026-03-02T12:00:59")]
    [InlineData("Monday, March 2, 2026 at 8:30 PM PDT", "2026-03-03T03:30:00")]
    [InlineData("Mon Mar  2 08:30:00 CET 2026", "2026-03-02T07:30:00")]
    [InlineData("Mon, 02 Mar 2026 08:30:00 Europe/Paris", "2026-03-02T07:30:00")]
    [InlineData("Mon, 02 Jul 2025 08:30:00 Europe/Paris", "2025-07-02T06:30:00")]
    [InlineData("Mon, 02 Mar 2026 08:30:00 GMT+9", "2026-03-01T23:30:00")]
    [InlineData("lun., 2 mars 2026 08:30:00 +0100", "2026-03-02T07:30:00")]
    [InlineData("mar., 3 févr. 2026 08:30:00 +0100", "2026-02-03T07:30:00")]
    [InlineData("Mo, 2 Dez 2024 08:30:00 +0100", "2024-12-02T07:30:00")]
    [InlineData("Пн, 02 мар 2026 08:30:00 +0300", "2026-03-02T05:30:00")]
    [InlineData("2 de marzo de 2026 08:30 UTC", "2026-03-02T08:30:00")]
    [InlineData("2 Mart 2026 08:30 +0300", "2026-03-02T05:30:00")]
    [InlineData("٢ مارس ٢٠٢٦ 08:30 +0300", "2026-03-02T05:30:00")]
    [InlineData("2026年3月2日 08:30 JST", "2026-03-01T23:30:00")]
    [InlineData("2026. 3. 2. 오후 8:30:00 KST", "2026-03-02T11:30:00")]
    [InlineData("2026/03/02 08:30:00 UTC", "2026-03-02T08:30:00")]
    [InlineData("02.03.2026 08:30 UTC", "2026-03-02T08:30:00")]
    [InlineData("03/02/2026 08:30 UTC", "2026-03-02T08:30:00")]
    [InlineData("25/03/2026 08:30 UTC", "2026-03-25T08:30:00")]
    public void A_zoned_date_is_brought_to_utc_without_a_mark(string written, string expected)
        => Assert.Equal(new FeedDate(Utc(expected), FeedDateMarks.None), Dates.Read(written));

    [Theory]
    [InlineData("2026-03-02T08:30:00", "2026-03-02T08:30:00", FeedDateMarks.ZoneAssumed)]
    [InlineData("Mon, 02 Mar 2026 08:30:00", "2026-03-02T08:30:00", FeedDateMarks.ZoneAssumed)]
    [InlineData("Mon, 02 Mar 2026 08:30:00 XYZ", "2026-03-02T08:30:00", FeedDateMarks.ZoneAssumed)]
    [InlineData("Mon, 02 Mar 2026 08:30:00 +9000", "2026-03-02T08:30:00", FeedDateMarks.ZoneAssumed)]
    [InlineData("2026-03-02", "2026-03-02T00:00:00", FeedDateMarks.ZoneAssumed | FeedDateMarks.DayOnly)]
    [InlineData("March 2026", "2026-03-01T00:00:00", FeedDateMarks.ZoneAssumed | FeedDateMarks.DayOnly)]
    [InlineData("2027-03-02T08:30:00Z", "2027-03-02T08:30:00", FeedDateMarks.Future)]
    [InlineData("2026-06-01T14:00:00Z", "2026-06-01T14:00:00", FeedDateMarks.Future)]
    [InlineData("2026-06-01T23:00:00", "2026-06-01T23:00:00", FeedDateMarks.ZoneAssumed)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00", FeedDateMarks.Absurd)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00", FeedDateMarks.Absurd)]
    public void What_is_doubtful_is_marked(string written, string expected, FeedDateMarks marks)
        => Assert.Equal(new FeedDate(Utc(expected), marks), Dates.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Mon, 30 Feb 2026 08:30:00 GMT")]
    [InlineData("2026-13-45T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("99999999999999999999")]
    [InlineData("+")]
    public void What_is_no_date_is_none(string? written) => Assert.Null(Dates.Read(written));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_plays_no_part(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Utc("2026-04-02T08:30:00"), Dates.Read("Thu, 02 APRIL 2026 08:30:00 GMT")?.Value);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
