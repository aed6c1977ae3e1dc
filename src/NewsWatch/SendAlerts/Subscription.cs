using System.Globalization;

namespace NewsWatch.SendAlerts;

/// <summary>Which developments a channel is told, and when.</summary>
public sealed class Subscription : AlertFilter
{
    /// <summary>At once, or gathered in a digest.</summary>
    public Rhythm Rhythm { get; set; }

    /// <summary>
    /// When a daily or weekly digest comes, and each day what else is gathered: hours and minutes in <see cref="TimeZone"/>.
    /// </summary>
    public string At { get; set; } = "08:00";

    /// <summary>The day of a weekly digest.</summary>
    public DayOfWeek On { get; set; } = DayOfWeek.Monday;

    /// <summary>IANA name of the zone that times are told in.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>A time of day when nothing comes but what is urgent, as <c>22:00-07:00</c>; null for none. What comes then waits.</summary>
    public string? QuietHours { get; set; }

    /// <summary>Stages that are told at once whatever the rest says, such as <c>terminated</c>.</summary>
    public IList<string> Urgent { get; } = [];

    /// <summary>True to be told of what someone watches on the review site, whatever the rest says.</summary>
    public bool Watched { get; set; } = true;

    /// <summary>True where the stage is told at once.</summary>
    public bool IsUrgent(AgreementStage stage) => Urgent.Contains(WireName.Of(stage), StringComparer.OrdinalIgnoreCase);

    private protected override bool IsWatched(Alert alert) => (Watched && alert.Watched) || base.IsWatched(alert);

    /// <summary>Reads a time of day; null where it is none.</summary>
    internal static TimeOnly? ReadTime(string? text)
        => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Reads a stretch of the day; null where it is none.</summary>
    internal static (TimeOnly From, TimeOnly To)? ReadHours(string? text)
        => text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && ReadTime(from) is { } first
            && ReadTime(to) is { } last && first != last
            ? (first, last)
            : null;
}

/// <summary>When a channel is told.</summary>
public enum Rhythm
{
    /// <summary>Each development at once.</summary>
    Instant,

    /// <summary>What came in an hour, at its end.</summary>
    Hourly,

    /// <summary>What came in a day, at a time of day.</summary>
    Daily,

    /// <summary>What came in a week, at a time of one day.</summary>
    Weekly,
}
