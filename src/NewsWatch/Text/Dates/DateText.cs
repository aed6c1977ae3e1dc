using System.Globalization;
using System.Text.RegularExpressions;
using NewsWatch.Text.Html;

namespace NewsWatch.Text.Dates;

/// <summary>A date found in a line of text, with how much of it was given.</summary>
internal sealed partial record DateText(DateTimeOffset Instant, DatePrecision Precision)
{
    private const int Longest = 120;

    /// <summary>Reads machine-written and human-written dates; null for anything else, and for years before 1990 or after 2099.</summary>
    /// <param name="raw">A line that may hold a date.</param>
    /// <param name="order">Asked, at most once a date, what <c>3/4/2026</c> means; null where nobody knows.</param>
    public static DateText? Parse(string? raw, Func<DayOrder>? order = null)
    {
        var text = OneLine.Of(raw);
        if (text is null || text.Length < 6)
            return null;
        text = Eras.ToCommonEra(text.Length > Longest ? text[..Longest] : text);
        var found = FromIso(text) ?? FromEpoch(text) ?? FromNamedMonth(text) ?? FromFigures(text, order);
        return found is { Instant.Year: >= 1990 and < 2100 } ? found : null;
    }

    /// <summary>
    /// Year, month and day of an address such as <c>/2024/05/03/</c>, <c>/2024/may/03/</c> or <c>/2024-05-03-</c>, or at the head of a
    /// number as in <c>/AB20240503120000</c>; null where it has none.
    /// </summary>
    public static DateText? FromAddress(Uri? address)
    {
        if (address is null)
            return null;
        var match = InAddress().Match(address.AbsolutePath);
        if (!match.Success)
            match = InNumber().Match(address.AbsolutePath);
        if (match.Success)
            return Day(Number(match, "y"), Number(match, "m"), Number(match, "d"));
        match = InNamedFolder().Match(address.AbsolutePath);
        return match.Success ? Day(Number(match, "y"), DateWords.Month(match.Groups["month"].ValueSpan), Number(match, "d")) : null;
    }

    /// <summary>True for a month's name, whole or short, in any language known.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => DateWords.Month(word) > 0;

    private static DateText? FromIso(string text)
        => Iso().Match(text) is { Success: true } match
            ? Build(Number(match, "y"), Number(match, "m"), Number(match, "d"), match)
            : null;

    private static DateText? FromEpoch(string text)
        => EpochDate.TryRead(text, out var parts) && parts.ToInstant() is { } instant ? new(instant, DatePrecision.Zoned) : null;

    /// <summary>3 May 2024, May 3, 2024, 3. Mai 2024, 3 de mayo de 2024, 2024 May 3, each with or without a time.</summary>
    private static DateText? FromNamedMonth(string text)
    {
        foreach (Match match in NamedMonth().Matches(text))
        {
            if (DateWords.Month(match.Groups["month"].ValueSpan.TrimEnd('.')) is > 0 and var month && Build(Number(match, "y"), month, Number(match, "d"), match) is { } date)
                return date;
        }
        return null;
    }

    /// <summary>
    /// 2024年5月3日, 2024/5/3 and 2024.5.3 are year first; of the others 13/5/2024 and 5/13/2024 can be read in one way only, 3.5.2024 is day
    /// first everywhere, and 3/5/2024 and 3-5-2024 as <paramref name="order"/> says.
    /// </summary>
    private static DateText? FromFigures(string text, Func<DayOrder>? order)
    {
        if (YearFirst().Match(text) is { Success: true } year)
            return Build(Number(year, "y"), Number(year, "m"), Number(year, "d"), year);
        if (DayFirst().Match(text) is not { Success: true } match)
            return null;
        var parts = default(DateParts);
        var numbers = new DateNumbers(order is not null && Number(match, "d") <= 12 && Number(match, "m") <= 12 ? order() : DayOrder.Unknown);
        foreach (var group in (ReadOnlySpan<string>)["d", "m", "y"])
        {
            numbers.Add(Number(match, group), match.Groups[group].Length);
            numbers.Separator(match.Groups["sign"].ValueSpan[0]);
        }
        return numbers.Resolve(ref parts) ? Build(parts.Year, parts.Month, parts.Day, match) : null;
    }

    private static DateText? Build(int year, int month, int day, Match match)
    {
        if (Day(year, month, day) is not { } date)
            return null;
        if (!match.Groups["h"].Success)
            return date;
        int hour = Number(match, "h"), minute = Number(match, "min"), second = match.Groups["s"].Success ? Number(match, "s") : 0;
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour <= 12)
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 23 || minute > 59 || second > 59)
            return date;
        var local = date.Instant.DateTime.Add(new(hour, minute, second));
        var zone = match.Groups["zone"].Value;
        return Offset(zone) is { } offset && local.Year is > 1 and < 9999
            ? new(new(local, offset), DatePrecision.Zoned)
            : new(new(local, TimeSpan.Zero), DatePrecision.Local);
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0)
            return null;
        if (Figures().Match(zone) is { Success: true } match)
        {
            var offset = new TimeSpan(Number(match, "oh"), match.Groups["om"].Success ? Number(match, "om") : 0, 0);
            return offset > TimeSpan.FromHours(14) ? null : match.Value.Contains('-') || match.Value.Contains('−') ? -offset : offset;
        }
        return DateWords.Zone(zone);
    }

    private static DateText? Day(int year, int month, int day)
        => year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day)
            : null;

    private static int Number(Match match, string group)
        => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const string Time = @"(?:[\sT,|·•–—-]{0,4}(?:at|um|à|a las|alle|às|kl\.?|o|klo|ore|в|о|ob|v|,)?\s{0,2}(?<h>\d{1,2})(?:[:.hH時]|\sh\s)(?<min>\d{2})(?:[:.](?<s>\d{2})(?:[.,]\d{1,9})?)?"
        + @"\s{0,2}(?<half>[aApP]\.?[mM]\b\.?)?\s{0,2}\(?(?:Uhr|IST|Uhr,)?\s{0,2}(?<zone>Z\b|(?:UTC|GMT)?\s?[+−-]\d{2}:?\d{2}\b|(?:UTC|GMT)\s?[+−-]\d{1,2}\b|[+−-]\d{2}\b|[A-Z]{3,4}\b)?)?";

    private const string Month = @"(?:[\p{L}\p{M}]{3,14}|[\p{L}\p{M}]{1,3}\.\p{L})\.?";

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?:(?<!\d)(?<y>(?:19|20)\d{2})\s(?<month>" + Month + @")\s(?<d>\d{1,2})(?!\d|:)"
        + @"|(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°)?[.,]?\s{0,2}(?:de\s|d')?\s?(?<month>" + Month + @"),?\s{0,2}(?:de\s|del\s|[พค]\.ศ\.\s{0,2})?(?<y>(?:19|20)\d{2})"
        + @"|(?:(?<!\p{L})|(?<=\p{Ll})(?=\p{Lu}))(?<month>" + Month + @")\s{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?:(?<y>(?:19|20)\d{2})))(?!\d)" + Time,
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\)?(?:[/.]|年\s?|년\s?|\.\s)(?<m>\d{1,2})(?:[/.]|月\s?|월\s?|\.\s)(?<d>\d{1,2})(?!\d)(?:日|일|\.)?(?:\([^)]{1,3}\))?" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?<sign>[/.\-])\s?(?<m>\d{1,2})[/.\-]\s?(?<y>(?:19|20)\d{2})(?!\d)" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?:[/_-]t?(?<y>20\d{2})[/-]?(?<m>0[1-9]|1[0-2])[/-]?(?<d>0[1-9]|[12]\d|3[01])|(?<!\d)(?<y>20\d{2})-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01]))(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InAddress();

    [GeneratedRegex(@"/(?<y>20\d{2})/(?<month>[a-z]{3,9})/(?<d>0?[1-9]|[12]\d|3[01])(?=/|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InNamedFolder();

    [GeneratedRegex(@"(?<!\d)(?<y>20[0-4]\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])\d{4,}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InNumber();

    [GeneratedRegex(@"[+−-](?<oh>\d{1,2}):?(?<om>\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
