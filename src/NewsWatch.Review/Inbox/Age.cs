using System.Globalization;

namespace NewsWatch.Review.Inbox;

/// <summary>How long ago something was, as short as a column of a list.</summary>
internal static class Age
{
    /// <summary><c>5 min</c>, <c>3 h</c>, <c>2 d</c>; from a week on the day, with its year where that is another.</summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now)
    {
        var ago = now - time;
        return ago switch
        {
            { TotalMinutes: < 1 } => "now",
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)ago.TotalMinutes} min"),
            { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)ago.TotalHours} h"),
            { TotalDays: < 7 } => string.Create(CultureInfo.InvariantCulture, $"{(int)ago.TotalDays} d"),
            _ => time.UtcDateTime.ToString(time.UtcDateTime.Year == now.UtcDateTime.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture),
        };
    }
}
