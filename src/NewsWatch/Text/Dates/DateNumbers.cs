namespace NewsWatch.Text.Dates;

/// <summary>The bare numbers of a date, in the order they stand, until it is known which is year, month and day.</summary>
/// <param name="order">Which of two numbers that could both be a month is one.</param>
internal struct DateNumbers(DayOrder order)
{
    private readonly DayOrder order = order;
    private (int Value, int Digits) first, second, third;
    private int count;
    private int year, day;
    private char separator;

    public void Add(int value, int digits)
    {
        switch (count++)
        {
            case 0: first = (value, digits); break;
            case 1: second = (value, digits); break;
            case 2: third = (value, digits); break;
        }
    }

    /// <summary>True where year, month and day have all been given in numbers.</summary>
    public readonly bool AreWhole => count >= 3;

    /// <summary>The sign between the first two numbers tells who wrote the date.</summary>
    public void Separator(char sign)
    {
        if (count == 1 && sign is '/' or '.' or '-') separator = sign;
    }

    public void Year(int value, int digits) => year = DateParts.FullYear(value, digits);

    public void Day(int value) => day = value;

    /// <summary>Sets year, month and day; false where they cannot be told.</summary>
    public readonly bool Resolve(ref DateParts parts)
    {
        if (year > 0 && parts.Month > 0)
            (parts.Year, parts.Day) = (year, day > 0 ? day : count > 0 ? first.Value : 1);
        else if (parts.Month > 0)
            return WithMonth(ref parts);
        else if (count >= 3)
            Numeric(ref parts);
        else if (count == 1 && first.Digits is 8)
            (parts.Year, parts.Month, parts.Day) = (first.Value / 10000, first.Value / 100 % 100, first.Value % 100);
        else
            return false;
        return true;
    }

    private readonly bool WithMonth(ref DateParts parts)
    {
        if (count == 0) return false;
        var yearFirst = first.Digits >= 3 || first.Value > 31;
        var (written, other) = count == 1 || yearFirst ? (first, second) : (second, first);
        if (count == 1 && !yearFirst) return false;
        (parts.Year, parts.Day) = (DateParts.FullYear(written.Value, written.Digits), count == 1 ? 1 : other.Value);
        return true;
    }

    // Points are written day first everywhere; strokes and hyphens as is usual where the date comes from, and where that is not known
    // hyphens day first and strokes month first; unless the numbers forbid it.
    private readonly void Numeric(ref DateParts parts)
    {
        if (first.Digits >= 3 || first.Value > 31)
        {
            (parts.Year, parts.Month, parts.Day) = (DateParts.FullYear(first.Value, first.Digits), second.Value, third.Value);
            return;
        }
        var usual = separator == '.' || (order == DayOrder.Unknown ? separator != '/' : order == DayOrder.DayFirst);
        var dayFirst = usual ? second.Value <= 12 : first.Value > 12;
        (parts.Day, parts.Month) = dayFirst ? (first.Value, second.Value) : (second.Value, first.Value);
        parts.Year = DateParts.FullYear(third.Value, third.Digits);
    }
}
