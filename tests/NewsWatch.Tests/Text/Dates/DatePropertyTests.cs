using System.Globalization;
using CsCheck;
using NewsWatch.Calendar;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text.Dates;

namespace NewsWatch.Tests.Text.Dates;

/// <summary>That dates are read as what they were written for, in every form and language claimed; a failure prints its seed.</summary>
public sealed class DatePropertyTests
{
    private const int Rounds = 2_000;

    private static readonly DateTimeOffset First = new(1990, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly FeedDates Feeds = new(Now);

    private static readonly Gen<DateTimeOffset> Instant = Gen.Select(
        Gen.Long[0, (Now - First).Ticks / TimeSpan.TicksPerSecond - 1], Gen.Int[-56, 56], (seconds, quarters) => First.AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes(15 * quarters)));

    private static readonly Gen<string> Form = Gen.OneOf(
        "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.fffzzz", "ddd, dd MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "dddd, d MMMM yyyy HH:mm:ss zzz");

    /// <summary>Names that mean one month only, wherever they are read.</summary>
    private static readonly (int Month, string Name)[] Names = [.. MonthNames.All
        .GroupBy(name => name.Form, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Select(name => name.Month).Distinct().Count() == 1)
        .Select(same => (same.First().Month, same.Key))];

    [Fact]
    public void A_time_in_a_form_of_mail_or_iso_is_read_as_the_same_instant_by_feeds_and_pages()
        => Gen.Select(Instant, Form).Sample(
            (instant, form) =>
            {
                var written = instant.ToString(form, CultureInfo.InvariantCulture);
                Assert.Equal(instant, Feeds.Read(written)?.Value);
                Assert.Equal(instant, DateText.Parse(written)?.Instant);
            },
            iter: Rounds);

    [Fact]
    public void Seconds_and_milliseconds_since_1970_are_read_as_the_same_instant()
        => Instant.Where(instant => instant.Year > 2002).Sample(
            instant =>
            {
                Assert.Equal(instant, Feeds.Read(instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))?.Value);
                Assert.Equal(instant, Feeds.Read(instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))?.Value);
            },
            iter: Rounds);

    [Fact]
    public void A_day_in_words_is_read_as_that_day_in_every_language_of_the_table()
        => Gen.Select(Gen.OneOf(Names), Gen.Int[1, 28], Gen.Int[1990, 2025]).Sample(
            (name, day, year) =>
            {
                var meant = new DateTimeOffset(year, name.Month, day, 0, 0, 0, TimeSpan.Zero);
                var written = string.Create(CultureInfo.InvariantCulture, $"{day} {name.Name} {year}");
                Assert.True(meant == Feeds.Read(written)?.Value, $"{written}: {Feeds.Read(written)?.Value:O}");
            },
            iter: 3 * Rounds);

    [Fact]
    public void A_day_in_numbers_is_read_in_the_order_that_is_told_or_that_alone_is_possible()
        => Gen.Select(Instant, Gen.OneOf("/", "-"), Gen.OneOf(DayOrder.DayFirst, DayOrder.MonthFirst)).Sample(
            (instant, sign, order) =>
            {
                var day = instant.UtcDateTime.Date;
                var form = order == DayOrder.DayFirst ? $"dd{sign}MM{sign}yyyy" : $"MM{sign}dd{sign}yyyy";
                var written = day.ToString(form.Replace("/", "'/'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                Assert.Equal(day, new FeedDates(Now, order).Read(written)?.Value.UtcDateTime);
                Assert.Equal(day, DateText.Parse(written, () => order)?.Instant.UtcDateTime);
                if (day.Day > 12)
                    Assert.Equal(day, Feeds.Read(written)?.Value.UtcDateTime);
            },
            iter: Rounds);
}
