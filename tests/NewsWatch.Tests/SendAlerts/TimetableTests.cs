using System.Globalization;
using NewsWatch.SendAlerts;

namespace NewsWatch.Tests.SendAlerts;

public sealed class TimetableTests
{
    [Theory]
    [InlineData("Hourly", "08:00", "UTC", null, "2026-03-05T09:30Z", "2026-03-05T10:00Z")]
    [InlineData("Daily", "08:00", "UTC", null, "2026-03-05T07:59Z", "2026-03-05T08:00Z")]
    [InlineData("Daily", "08:00", "UTC", null, "2026-03-05T08:00Z", "2026-03-06T08:00Z")]
    [InlineData("Daily", "08:00", "Asia/Tokyo", null, "2026-03-05T22:00Z", "2026-03-05T23:00Z")]
    [InlineData("Weekly", "08:00", "UTC", null, "2026-03-05T09:30Z", "2026-03-09T08:00Z")]
    [InlineData("Weekly", "08:00", "UTC", null, "2026-03-09T07:00Z", "2026-03-09T08:00Z")]
    // Clocks go forward from 2 to 3 on 29 March in Paris: there is no half past two.
    [InlineData("Daily", "02:30", "Europe/Paris", null, "2026-03-28T12:00Z", "2026-03-29T01:30Z")]
    [InlineData("Daily", "08:00", "Europe/Paris", null, "2026-03-28T12:00Z", "2026-03-29T06:00Z")]
    [InlineData("Hourly", "08:00", "UTC", "22:00-07:00", "2026-03-05T23:10Z", "2026-03-06T07:00Z")]
    [InlineData("Instant", "08:00", "UTC", null, "2026-03-05T09:30Z", "2026-03-06T08:00Z")]
    public void The_next_digest_comes_when_the_subscription_says(string rhythm, string at, string zone, string? quiet, string now,
        string expected)
    {
        var subscription = new Subscription { Rhythm = Enum.Parse<Rhythm>(rhythm), At = at, TimeZone = zone, QuietHours = quiet };
        Assert.Equal(Read(expected), new Timetable(subscription).NextDigest(Read(now)));
    }

    [Theory]
    [InlineData("2026-03-05T21:59Z", "2026-03-05T21:59Z")]
    [InlineData("2026-03-05T22:00Z", "2026-03-06T07:00Z")]
    [InlineData("2026-03-06T06:59Z", "2026-03-06T07:00Z")]
    [InlineData("2026-03-06T07:00Z", "2026-03-06T07:00Z")]
    public void Quiet_hours_over_midnight_end_in_the_morning(string now, string expected)
        => Assert.Equal(Read(expected), new Timetable(new() { QuietHours = "22:00-07:00" }).AfterQuiet(Read(now)));

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
