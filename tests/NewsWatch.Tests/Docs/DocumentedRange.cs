using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Docs;

/// <summary>The range that a setting's summary states, such as <c>64 KiB to 256 MiB</c>.</summary>
/// <param name="Low">The least value: a number, or seconds.</param>
/// <param name="High">The greatest.</param>
internal sealed partial record DocumentedRange(double Low, double High)
{
    /// <summary>Reads a summary; null where it states none.</summary>
    public static DocumentedRange? Read(string summary)
    {
        if (Stated().Match(summary) is not { Success: true } match)
            return null;
        var (lowUnit, highUnit) = (match.Groups["lowUnit"].Value, match.Groups["highUnit"].Value);
        return new(Value(match.Groups["low"].Value, lowUnit.Length > 0 ? lowUnit : highUnit), Value(match.Groups["high"].Value, highUnit));
    }

    /// <summary>A value just below the least one, and one just above the greatest, as settings write them.</summary>
    public IEnumerable<string> Outside(Type type)
    {
        if (type == typeof(TimeSpan))
            return [Time(Low - 0.001), Time(High + 1)];
        var step = type == typeof(double) ? 0.01 : 1;
        return [(Low - step).ToString(CultureInfo.InvariantCulture), (High + step).ToString(CultureInfo.InvariantCulture)];
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);

    private static double Value(string number, string unit)
        => double.Parse(number, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Factor(unit);

    private static double Factor(string unit) => unit switch
    {
        "" => 1,
        "KiB" => 1024,
        "MiB" => 1024 * 1024,
        "ms" => 0.001,
        "s" or "second" => 1,
        "min" or "minute" => 60,
        "h" or "hour" => 3600,
        "day" => 86400,
        _ => throw new FormatException($"'{unit}' is no unit."),
    };

    [GeneratedRegex(@"(?<low>\d[\d,.]*) ?(?<lowUnit>KiB|MiB|ms|s|second|minute|hour|day)? to (?<high>\d[\d,]*)(?: (?<highUnit>KiB|MiB|ms|s|min|h|second|minute|hour|day)s?\b)?")]
    private static partial Regex Stated();
}
