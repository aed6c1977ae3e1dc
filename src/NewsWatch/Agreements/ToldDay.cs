using System.Globalization;

namespace NewsWatch.Agreements;

/// <summary>A day as it is told: the day itself, or only its month or year.</summary>
/// <param name="First">The day, or the first day of the month or year.</param>
/// <param name="Grain">How exactly it is told.</param>
public readonly record struct ToldDay(DateOnly First, DateGrain Grain)
{
    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => Grain switch
    {
        DateGrain.Year => new(First.Year, 12, 31),
        DateGrain.Month => new(First.Year, First.Month, DateTime.DaysInMonth(First.Year, First.Month)),
        _ => First,
    };

    /// <summary>True where both can mean the same day.</summary>
    public bool Overlaps(ToldDay other) => First <= other.Last && other.First <= Last;

    /// <summary>Reads a day, a month or a year as ISO 8601 writes it: <c>2018-09-06</c>, <c>2018-09</c>, <c>2018</c>.</summary>
    /// <returns>Null for anything else.</returns>
    public static ToldDay? Parse(string text)
    {
        foreach (var grain in Enum.GetValues<DateGrain>())
            if (DateOnly.TryParseExact(text, Format(grain), CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
                return new(first, grain);
        return null;
    }

    /// <summary>As ISO 8601 writes it, no more exactly than it is told: <c>2018-09-06</c>, <c>2018-09</c>, <c>2018</c>.</summary>
    public override string ToString() => First.ToString(Format(Grain), CultureInfo.InvariantCulture);

    private static string Format(DateGrain grain)
        => grain switch { DateGrain.Year => "yyyy", DateGrain.Month => "yyyy-MM", _ => "yyyy-MM-dd" };
}
