namespace NewsWatch.Text.Dates;

/// <summary>A date taken apart, not yet known to exist.</summary>
internal record struct DateParts
{
    private static readonly TimeSpan EasternMost = TimeSpan.FromHours(14);

    public int Year { get; set; }
    public int Month { get; set; }
    public int Day { get; set; }

    /// <summary>Time of day; null where only a day is given.</summary>
    public TimeSpan? Time { get; set; }

    /// <summary>East of Greenwich; null where it is not said, or no place on earth has it.</summary>
    public TimeSpan? Offset
    {
        readonly get;
        set => field = value?.Duration() <= EasternMost ? value : null;
    }

    /// <summary>A zone by its name in the time zone database, where the feed gives that.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>Years of two digits are of 1950 to 2049, those of three count from 1900 (RFC 2822, 4.3).</summary>
    public static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };

    /// <summary>Null where there is no such day or time.</summary>
    public readonly DateTimeOffset? ToInstant()
    {
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return null;
        var local = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified).Ticks + (Time ?? TimeSpan.Zero).Ticks;
        var offset = Offset ?? TimeSpan.Zero;
        if (Zone is not null && local <= DateTime.MaxValue.Ticks) offset = Zone.GetUtcOffset(new DateTime(local, DateTimeKind.Unspecified));
        var utc = local - offset.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(utc, TimeSpan.Zero);
    }
}
