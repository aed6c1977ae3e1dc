using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>Written-out dates: <c>8 January 2017</c>, <c>January 8, 2017</c>, <c>8 de enero de 2017</c>, <c>2017年1月8日</c>, <c>2017-01-08</c>.</summary>
internal static partial class PdfDates
{
    private static readonly string[] Languages =
    [
        "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "hr", "ro", "hu", "lt", "lv", "et", "ru", "uk", "bg",
        "el", "tr", "id", "sq", "sr",
    ];

    private static readonly FrozenDictionary<string, int> Months = ReadMonths();

    /// <summary>Midnight UTC of the first date; null where there is none.</summary>
    public static DateTimeOffset? First(string text)
    {
        foreach (Match match in Date().Matches(text))
            if (Read(match) is { } date)
                return new(date, TimeOnly.MinValue, TimeSpan.Zero);
        return null;
    }

    private static DateOnly? Read(Match match)
    {
        var month = match.Groups["month"].ValueSpan;
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            number = Months.GetValueOrDefault(month.ToString());
        var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return number is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, number) ? new(year, number, day) : null;
    }

    private static FrozenDictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var format in Languages.Select(language => CultureInfo.GetCultureInfo(language).DateTimeFormat))
            foreach (var names in new[] { format.MonthGenitiveNames, format.MonthNames, format.AbbreviatedMonthGenitiveNames })
                for (var month = 0; month < 12; month++)
                    months.TryAdd(names[month].TrimEnd('.'), month + 1);
        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"\b(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de |d')?(?<month>\p{L}{3,12})\.?,? (?:de |del )?(?<year>[0-9]{4})\b"
        + @"|\b(?<month>\p{L}{3,12})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})\b"
        + @"|(?<year>[0-9]{4}) ?[年년] ?(?<month>[0-9]{1,2}) ?[月월] ?(?<day>[0-9]{1,2}) ?[日일]"
        + @"|\b(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\b"
        + @"|\b(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
