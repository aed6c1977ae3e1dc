namespace NewsWatch.SendAlerts;

/// <summary>When a subscription's digests come and its quiet hours end, in its own zone: a day may have 23 or 25 hours there.</summary>
internal sealed class Timetable(Subscription subscription)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(subscription.TimeZone);
    private readonly TimeOnly at = Subscription.ReadTime(subscription.At)!.Value;
    private readonly (TimeOnly From, TimeOnly To)? quiet = Subscription.ReadHours(subscription.QuietHours);

    /// <summary>The next digest after a moment; of a subscription that is told at once, when it is told what was gathered.</summary>
    public DateTimeOffset NextDigest(DateTimeOffset now)
    {
        if (subscription.Rhythm == Rhythm.Hourly)
            return AfterQuiet(new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1), TimeSpan.Zero));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (Moment(day, at) <= now || (subscription.Rhythm == Rhythm.Weekly && day.DayOfWeek != subscription.On))
            day = day.AddDays(1);
        return AfterQuiet(Moment(day, at));
    }

    /// <summary>The moment itself, or the end of the quiet hours it lies in.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset moment)
    {
        if (quiet is not { } hours)
            return moment;
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (!time.IsBetween(hours.From, hours.To))
            return moment;
        return Moment(time < hours.To ? day : day.AddDays(1), hours.To);
    }

    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        // In the hour that a clock skips in spring there is no such time: the day goes on an hour later.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new(local, zone.GetUtcOffset(local));
    }
}
