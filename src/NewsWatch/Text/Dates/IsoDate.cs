using System.Globalization;

namespace NewsWatch.Text.Dates;

/// <summary>
/// ISO 8601 in the forms of RFC 3339 and W3CDTF, with what its older editions allowed: basic format, two-digit years, days of the year,
/// a left-out century (<c>-03-12</c>).
/// </summary>
internal static class IsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-') return false;
        var end = text.IndexOfAny("Tt ");
        if (!TryReadDay(end < 0 ? text : text[..end], ref parts)) return false;
        if (end < 0) return true;
        var rest = text[(end + 1)..].TrimStart();
        if (!ClockTime.TryRead(ref rest, out var time) && (text[end] == ' ' || !ClockTime.TryReadBasic(ref rest, out time))) return false;
        parts.Time = time;
        return TryReadZone(rest.Trim(), ref parts);
    }

    private static bool TryReadZone(ReadOnlySpan<char> rest, ref DateParts parts)
    {
        if (rest.IsEmpty) return true;
        if (rest is "Z" or "z")
        {
            parts.Offset = TimeSpan.Zero;
            return true;
        }
        if (!ClockTime.TryReadOffset(ref rest, out var offset)) return false;
        parts.Offset = offset;
        return rest.IsEmpty;
    }

    private static bool TryReadDay(ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (text is ['-', ..]) return TryReadWithoutCentury(text[1..], ref parts);
        Span<Range> ranges = stackalloc Range[5];
        var count = text.Split(ranges, '-');
        if (count > 3) return false;
        foreach (var range in ranges[..count])
            if (text[range] is var group && (group.IsEmpty || ClockTime.Run(group) != group.Length)) return false;
        return count switch
        {
            1 => TryReadRun(text, ref parts),
            2 when ranges[1].End.Value - ranges[1].Start.Value == 3 => DayOfYear(text[ranges[0]], text[ranges[1]], ref parts),
            2 when ranges[0].End.Value == 4 => Set(text[ranges[0]], text[ranges[1]], "1", ref parts),
            3 when ranges[0].End.Value is 4 or 2 && text[ranges[2]].Length <= 2 => Set(text[ranges[0]], text[ranges[1]], text[ranges[2]], ref parts),
            _ => false,
        };
    }

    private static bool TryReadWithoutCentury(ReadOnlySpan<char> text, ref DateParts parts) => text switch
    {
        [_, _, '-', _, _] => Set(text[..2], text[3..], "1", ref parts),
        [_, _, _, _] => Set(text[..2], text[2..], "1", ref parts),
        _ => false,
    };

    private static bool TryReadRun(ReadOnlySpan<char> text, ref DateParts parts) => text.Length switch
    {
        4 => Set(text, "1", "1", ref parts),
        5 => DayOfYear(text[..2], text[2..], ref parts),
        6 => Set(text[..2], text[2..4], text[4..], ref parts),
        7 => DayOfYear(text[..4], text[4..], ref parts),
        8 => Set(text[..4], text[4..6], text[6..], ref parts),
        _ => false,
    };

    private static bool DayOfYear(ReadOnlySpan<char> year, ReadOnlySpan<char> day, ref DateParts parts)
    {
        if (!Number(year, out var written) || !Number(day, out var ordinal)) return false;
        var full = DateParts.FullYear(written, year.Length);
        if (full is < 1 or > 9999 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(full) ? 366 : 365)) return false;
        var date = new DateTime(full, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(ordinal - 1);
        (parts.Year, parts.Month, parts.Day) = (full, date.Month, date.Day);
        return true;
    }

    private static bool Set(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, ref DateParts parts)
    {
        if (!Number(year, out var y) || !Number(month, out var m) || !Number(day, out var d) || m > 12 || d > 31) return false;
        (parts.Year, parts.Month, parts.Day) = (DateParts.FullYear(y, year.Length), m, d);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
