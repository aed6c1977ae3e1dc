using System.Globalization;
using System.Text.RegularExpressions;
using NewsWatch.Text.Tables;

namespace NewsWatch.Text.Dates;

/// <summary>
/// Years that are not counted from the common era, and months of two words, written over into it before a date is read: 令和8年, 令和八年, R8.11.20, 民國115年, 115-11-20,
/// พ.ศ. 2569, 1405/08/29 (Solar Hijri), 1448/06/10 (Islamic, Umm al-Qura), and the two calendars' months by name. The eras are the rows of
/// <c>eras.tsv</c>, the months those of <c>calendar-months.tsv</c>. What none of them can be is left as it stands.
/// </summary>
internal static partial class Eras
{
    /// <summary>A year of the Solar Hijri calendar that is of 1990 to 2030; the Islamic years of that time are all greater.</summary>
    private const int FirstPersian = 1369, LastPersian = 1409, LastIslamic = 1453;

    /// <summary>The Republic of China's first year is 1912.</summary>
    private const int BeforeMinguo = 1911;

    /// <summary>Thailand counts from the year after the Buddha's death.</summary>
    private const int AfterBuddha = 543;

    /// <summary>The century that Thai dates leave out of a year: 69 is 2569.</summary>
    private const int ThaiCentury = 2500;

    private const string Numerals = "〇一二三四五六七八九";

    private static readonly PersianCalendar Persian = new();
    private static readonly GregorianCalendar Gregorian = new();
    private static readonly UmAlQuraCalendar Islamic = new();

    private static readonly Dictionary<string, int> Names = DataTable.Read("NewsWatch.Text.Dates.eras.tsv")
        .ToDictionary(row => row[0], row => row.Number32(1), StringComparer.Ordinal);

    private static readonly Dictionary<string, System.Globalization.Calendar> Calendars = new()
    {
        ["Persian"] = Persian,
        ["Islamic"] = Islamic,
        ["Gregorian"] = Gregorian,
    };

    private static readonly Dictionary<string, (System.Globalization.Calendar Calendar, int Month)> Months = DataTable.Read("NewsWatch.Text.Dates.calendar-months.tsv")
        .SelectMany(row => row.Words(2), (row, form) => (form: form.Replace('_', ' '), Calendar: Calendars[row[0]], Month: row.Number32(1)))
        .ToDictionary(month => month.form, month => (month.Calendar, month.Month), StringComparer.Ordinal);

    private static readonly Regex Named = new($@"({string.Join('|', Names.Keys.Where(name => name[0] > 'Z'))})\s?(元|[0-9]{{1,3}})\s?年", RegexOptions.CultureInvariant);

    private static readonly Regex Month = new(
        $@"(?<![0-9])([0-9]{{1,2}})\s({string.Join('|', Months.Keys.OrderByDescending(form => form.Length).Select(Regex.Escape))})،?\s(1[34][0-9]{{2}}|20[0-9]{{2}})(?![0-9])",
        RegexOptions.CultureInvariant);

    /// <summary>The text with such years, and digits of every script, written as ISO 8601 has them.</summary>
    public static string ToCommonEra(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            text = text.Contains("/25", StringComparison.Ordinal) ? Buddhist(text) : text;
            return MayHaveBareYear(text) ? Bare(text) : text;
        }
        text = InNumerals().Replace(WithAsciiDigits(text), match => Written(Value(match.ValueSpan)));
        text = Named.Replace(text, match => Written(Names[match.Groups[1].Value] + YearOf(match.Groups[2].Value)) + '年');
        text = MinguoYear().Replace(text, match => Written(Number(match) + BeforeMinguo));
        text = ShortThaiYear().Replace(Buddhist(text), match => Written(Number(match) + ThaiCentury - AfterBuddha));
        text = Month.Replace(text, match =>
        {
            var (calendar, month) = Months[match.Groups[2].Value];
            var year = Number(match.Groups[3]);
            return (calendar == Gregorian) == (year > LastIslamic)
                ? Converted(calendar, year, month, Number(match.Groups[1])) ?? match.Value
                : match.Value;
        });
        text = MonthByNumber().Replace(text, match => $"{match.Groups[3].Value}-{match.Groups[2].Value}-{match.Groups[1].Value}");
        return Bare(text);
    }

    private static string Buddhist(string text) => BuddhistYear().Replace(text, match => Written(Number(match) - AfterBuddha));

    private static string Bare(string text)
    {
        text = ShortEra().Replace(text, match => string.Create(
            CultureInfo.InvariantCulture, $"{Names[match.Groups[1].Value] + Number(match.Groups[2])}.{match.Groups[3].Value}.{match.Groups[4].Value}"));
        return BareYear().Replace(text, match => Of(Number(match.Groups[1]), Number(match.Groups[3]), Number(match.Groups[4])) ?? match.Value);
    }

    private static string? Of(int year, int month, int day) => year switch
    {
        < 200 => string.Create(CultureInfo.InvariantCulture, $"{year + BeforeMinguo}-{month:00}-{day:00}"),
        >= FirstPersian and <= LastPersian => Converted(Persian, year, month, day),
        > LastPersian and <= LastIslamic => Converted(Islamic, year, month, day),
        _ => null,
    };

    private static string? Converted(System.Globalization.Calendar calendar, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month))
            return null;
        return calendar.ToDateTime(year, month, day, 0, 0, 0, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in Han numerals, by place (二〇二六) or by name (一百一十五).</summary>
    private static int Value(ReadOnlySpan<char> numerals)
    {
        int sum = 0, digit = 0;
        foreach (var numeral in numerals)
        {
            var unit = numeral is '十' ? 10 : numeral is '百' ? 100 : 1;
            if (unit == 1)
                digit = digit * 10 + Math.Max(0, Numerals.IndexOf(numeral));
            else
                (sum, digit) = (sum + Math.Max(1, digit) * unit, 0);
        }
        return sum + digit;
    }

    private static int YearOf(string written) => written is "元" ? 1 : int.Parse(written, CultureInfo.InvariantCulture);

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool MayHaveBareYear(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny("1RHS"); at >= 0; at = text.IndexOfAny("1RHS"))
        {
            if (at + 6 < text.Length && char.IsAsciiDigit(text[at + 1]))
                return true;
            text = text[(at + 1)..];
        }
        return false;
    }

    private static string WithAsciiDigits(string text) => string.Create(text.Length, text, static (ascii, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            ascii[at] = text[at] switch
            {
                < '\u0080' => text[at],
                '．' => '.',
                '／' => '/',
                var sign when char.IsDigit(sign) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)),
                var sign => sign,
            };
    });

    [GeneratedRegex(@"(?<![0-9年])1[0-4][0-9](?=\s?年\s?[0-9]{1,2}\s?月)", RegexOptions.CultureInvariant)]
    private static partial Regex MinguoYear();

    [GeneratedRegex(@"(?<=[\u0E00-\u0E7F.]\s{0,2}|[0-9]{1,2}/[0-9]{1,2}/)25[3-9][0-9](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BuddhistYear();

    [GeneratedRegex(@"(?<=(?<![0-9])[0-9]{1,2}\s[\u0E00-\u0E7F.]{3,12}\s)[5-9][0-9](?![0-9:.])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortThaiYear();

    [GeneratedRegex(@"[〇零一二三四五六七八九十百]{1,6}(?=年|月|日)", RegexOptions.CultureInvariant)]
    private static partial Regex InNumerals();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})\stháng\s([0-9]{1,2}),?\s(?:năm\s)?([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthByNumber();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([RHS])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{1,2})(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortEra();

    [GeneratedRegex(@"(?<![0-9/.-])(1[0-4][0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/.-]*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();
}
