namespace NewsWatch.Text.Dates;

/// <summary>Times of day and offsets, where they stand in digits.</summary>
internal static class ClockTime
{
    /// <summary>
    /// Reads <c>h:mm</c>, <c>h:mm:ss</c> or <c>h:mm:ss.fff</c> and steps over it. 24:00 is the end of the day, a leap second the one
    /// before it.
    /// </summary>
    public static bool TryRead(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var rest = text;
        if (!Digits(ref rest, 2, out var hour) || rest is not [':', ..]) return false;
        rest = rest[1..];
        if (!Digits(ref rest, 2, out var minute)) return false;
        var second = 0;
        if (rest is [':', >= '0' and <= '9', ..])
        {
            rest = rest[1..];
            Digits(ref rest, 2, out second);
        }
        if (rest is ['.' or ',', >= '0' and <= '9', ..]) rest = rest[(1 + Run(rest[1..]))..];
        return Compose(hour, minute, second, out time) && Step(ref text, rest);
    }

    /// <summary>Reads <c>h.mm</c>, as some countries write a time of day; only where a date stands before it.</summary>
    public static bool TryReadPointed(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var rest = text;
        if (!Digits(ref rest, 2, out var hour) || rest is not ['.', >= '0' and <= '9', >= '0' and <= '9', ..])
            return false;
        rest = rest[1..];
        Digits(ref rest, 2, out var minute);
        return rest is not (['.' or '/', ..] or [>= '0' and <= '9', ..]) && Compose(hour, minute, 0, out time) && Step(ref text, rest);
    }

    /// <summary>Reads <c>hhmm</c>, <c>hhmmss</c> or <c>hh</c> as ISO 8601's basic format has them.</summary>
    public static bool TryReadBasic(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var length = Run(text);
        if (length is not (2 or 4 or 6)) return false;
        var rest = text;
        int minute = 0, second = 0;
        Digits(ref rest, 2, out var hour);
        if (length > 2) Digits(ref rest, 2, out minute);
        if (length > 4) Digits(ref rest, 2, out second);
        if (rest is ['.' or ',', >= '0' and <= '9', ..]) rest = rest[(1 + Run(rest[1..]))..];
        return Compose(hour, minute, second, out time) && Step(ref text, rest);
    }

    /// <summary>Reads <c>+hh:mm</c>, <c>+hhmm</c>, <c>+h</c> and the like.</summary>
    public static bool TryReadOffset(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is not ['+' or '-' or '−', >= '0' and <= '9', ..]) return false;
        var negative = text[0] != '+';
        var rest = text[1..];
        var length = Run(rest);
        int hours, minutes = 0;
        if (length >= 3)
        {
            if (length > 4) return false;
            Digits(ref rest, length - 2, out hours);
            Digits(ref rest, 2, out minutes);
        }
        else
        {
            Digits(ref rest, 2, out hours);
            if (rest is [':', >= '0' and <= '9', ..])
            {
                rest = rest[1..];
                Digits(ref rest, 2, out minutes);
            }
        }
        if (minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (negative) offset = -offset;
        return Step(ref text, rest);
    }

    /// <summary>How many digits the text starts with.</summary>
    public static int Run(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private static bool Compose(int hour, int minute, int second, out TimeSpan time)
    {
        time = new TimeSpan(hour, minute, Math.Min(second, 59));
        return hour <= 24 && minute < 60 && second <= 60 && time <= TimeSpan.FromDays(1);
    }

    private static bool Digits(ref ReadOnlySpan<char> text, int most, out int value)
    {
        value = 0;
        var count = 0;
        for (; count < most && count < text.Length && char.IsAsciiDigit(text[count]); count++)
            value = value * 10 + text[count] - '0';
        text = text[count..];
        return count > 0;
    }

    private static bool Step(ref ReadOnlySpan<char> text, ReadOnlySpan<char> rest)
    {
        text = rest;
        return true;
    }
}
