using System.Globalization;

namespace NewsWatch.Text.Dates;

/// <summary>
/// Seconds, or milliseconds, since 1970, as programs leave them: ten or thirteen digits and nothing else, from 2001 to 2033.
/// </summary>
internal static class EpochDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (text.Length is not (10 or 13) || text[0] is not ('1' or '2')
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 13 ? number : number * 1000).UtcDateTime;
        parts = new() { Year = instant.Year, Month = instant.Month, Day = instant.Day, Time = instant.TimeOfDay, Offset = TimeSpan.Zero };
        return true;
    }
}
