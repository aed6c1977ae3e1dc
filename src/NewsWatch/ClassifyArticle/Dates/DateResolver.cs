namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>Turns a date as told into one of the calendar, by the article's own day.</summary>
/// <param name="own">The article's day where it was published; null where unknown.</param>
/// <param name="ahead">True where the date is still to come: a day without a year is then the next one, else the latest.</param>
internal sealed class DateResolver(DateOnly? own, bool ahead)
{
    /// <summary>First day and grain; null where the article's day is needed and unknown, or no such day can be.</summary>
    public (DateOnly First, DateGrain Grain)? Resolve(DateExpression date)
    {
        if (date.From is { } from)
            return own is { } day ? FromOwn(day, from, date) : null;
        if (date is { Year: { } year })
            return Of(year, date.Month, date.Day);
        if (own is not { } today)
            return null;
        if (date is { Month: { } month })
            return WithoutYear(today, month, date.Day);
        return date.Day is { } dayOfMonth ? WithoutMonth(today, dayOfMonth) : null;
    }

    private (DateOnly, DateGrain)? FromOwn(DateOnly day, DateMeaning from, DateExpression date)
    {
        switch (from.Kind)
        {
            case DateWord.Weekday:
                var back = ((int)day.DayOfWeek + 7 - (from.Value % 7)) % 7;
                return (ahead ? day.AddDays(back == 0 ? 0 : 7 - back) : day.AddDays(-back), DateGrain.Day);
            case DateWord.Day:
                return (day.AddDays(from.Value), DateGrain.Day);
            case DateWord.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + (7 * from.Value));
                return monday.Month == monday.AddDays(6).Month ? (new(monday.Year, monday.Month, 1), DateGrain.Month) : null;
            case DateWord.MonthFrom:
                var month = day.AddMonths(from.Value);
                return Of(month.Year, month.Month, date.Day);
            default:
                return Of(day.Year + from.Value, date.Month, date.Day);
        }
    }

    private (DateOnly, DateGrain)? WithoutYear(DateOnly today, int month, int? day)
    {
        var found = Of(today.Year, month, day) ?? Of(today.Year - 1, month, day);
        if (found is not var (first, _))
            return null;
        if (!ahead && first > today.AddDays(1))
            return Of(first.Year - 1, month, day);
        if (ahead && (day is null ? first.AddMonths(1) : first.AddDays(1)) <= today)
            return Of(first.Year + 1, month, day);
        return found;
    }

    private (DateOnly, DateGrain)? WithoutMonth(DateOnly today, int day)
    {
        var month = ahead ? (day < today.Day ? today.AddMonths(1) : today) : day > today.Day + 1 ? today.AddMonths(-1) : today;
        return Of(month.Year, month.Month, day);
    }

    private static (DateOnly, DateGrain)? Of(int year, int? month, int? day)
    {
        if (year is < 1800 or > 2200)
            return null;
        if (month is not { } named)
            return day is null ? (new(year, 1, 1), DateGrain.Year) : null;
        if (day is not { } told)
            return (new(year, named, 1), DateGrain.Month);
        return told <= DateTime.DaysInMonth(year, named) ? (new(year, named, told), DateGrain.Day) : null;
    }
}
