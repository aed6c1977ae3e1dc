using System.Globalization;

namespace NewsWatch.Cli.Output;

/// <summary>Times in lists.</summary>
internal static class Times
{
    /// <summary>A point in time in UTC, to the minute; empty for none.</summary>
    public static string Minute(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
