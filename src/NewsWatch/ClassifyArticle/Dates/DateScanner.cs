using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>Finds the dates in a sentence: one pass, each word looked at a bounded number of times.</summary>
/// <param name="text">The text.</param>
/// <param name="words">The sentence's words.</param>
internal sealed class DateScanner(ReadText text, DateWords words)
{
    private readonly List<DateExpression> found = [];

    /// <summary>The dates of the sentence that <c>words</c> are of, in order, none within another.</summary>
    public DateExpression[] Find()
    {
        found.Clear();
        for (var at = words.Sentence.First; at < words.Sentence.End;)
        {
            var date = ReadAt(at);
            if (date is { } read && !IsDateline(read))
                found.Add(read with { IsNamesake = words.Meaning(at - 1, DateWord.Of) is not null });
            at = date?.End ?? at + 1;
        }

        if (found.Count > 1)
            LeaveOutWeekdays();
        return [.. found];
    }

    /// <summary>"On Monday, 8 January": the weekday says nothing more.</summary>
    private void LeaveOutWeekdays()
        => found.RemoveAll(date => date.From is { Kind: DateWord.Weekday }
            && found.Exists(other => other.Day is not null && other.First - date.End is >= 0 and <= 2 || other.Day is not null && date.First - other.End is >= 0 and <= 1));

    private DateExpression? ReadAt(int at)
        => words.Number(at) is { } number ? FromNumber(at, number) : FromWord(at);

    private DateExpression? FromNumber(int at, (int Value, int Digits) number)
        => number.Digits == 4 && number.Value is >= 1800 and <= 2200 ? FromYear(at, number.Value)
            : number.Value is >= 1 and <= 31 && number.Digits <= 2 ? FromSmallNumber(at, number.Value)
            : null;

    /// <summary>2024-07-08, 2024年7月8日, 2024年7月, 2024年, in 2024, 2024 года, (2024).</summary>
    private DateExpression? FromYear(int at, int year)
    {
        if (Figures(at, year) is { } figures)
            return figures;
        if (words.Is(at + 1, '年') || words.Is(at + 1, '년'))
            return AfterMark(at + 2) is { } rest ? rest with { First = at, Year = year } : new(at, at + 2) { Year = year };
        var marked = words.Meaning(at + 1, DateWord.Year) is not null && text.Tokens[at + 1].Before is ' ' or '\'' or '’' or '.'
            || words.Meaning(at - 1, DateWord.Year) is not null
            || words.Meaning(at - 1, DateWord.In) is not null
            || (text.Tokens[at].Before == '(' && text.At(text.Tokens[at].End) == ')');
        return marked ? new(at, at + 1) { Year = year } : null;
    }

    /// <summary>8 January 2017, 8 de enero, 8. Januar, 12.03.2021, 7月8日, 8日.</summary>
    private DateExpression? FromSmallNumber(int at, int number)
    {
        if (DayFirst(at, number) is { } figures)
            return figures;
        if (AfterMark(at) is { } marked)
            return marked;
        var of = words.Meaning(at + 1, DateWord.Of)?.End ?? at + 1;
        if (words.Meaning(of, DateWord.Month) is not { } month)
            return null;
        return WithYear(new(at, month.End) { Month = month.Value, Day = number });
    }

    /// <summary>January 8, 2017; January 2017; in January; Monday; yesterday; last week.</summary>
    private DateExpression? FromWord(int at)
    {
        if (words.Meaning(at, DateWord.MonthIn) is { } within)
            return WithYear(new(at, within.End) { Month = within.Value });
        if (words.Meaning(at, DateWord.Month) is { } month)
        {
            if (words.Number(month.End) is { Digits: <= 2, Value: >= 1 and <= 31 } day && text.Tokens[month.End].Before is ' ' or '.')
                return WithYear(new(at, month.End + 1) { Month = month.Value, Day = day.Value });
            var dated = WithYear(new(at, month.End) { Month = month.Value });
            return dated.Year is not null || words.Meaning(at - 1, DateWord.In) is not null ? dated : null;
        }

        foreach (var kind in (ReadOnlySpan<DateWord>)[DateWord.Weekday, DateWord.YearFrom, DateWord.MonthFrom, DateWord.Week, DateWord.Day])
            if (words.Meaning(at, kind) is { } from)
                return FromRelative(at, kind, from);
        return null;
    }

    /// <summary>"昨年12月": a year told from the article's lends itself to the month beside it.</summary>
    private DateExpression? FromRelative(int at, DateWord kind, (int Value, int End) from)
    {
        var alone = new DateExpression(at, from.End) { From = new(kind, from.Value) };
        if (kind != DateWord.YearFrom && kind != DateWord.MonthFrom)
            return alone;
        return AfterMark(from.End) is { } marked && (kind == DateWord.YearFrom ? marked.Month is not null : marked.Month is null)
            ? marked with { First = at, From = new(kind, from.Value) }
            : alone;
    }

    /// <summary>Numbers with 月 and 日 behind them.</summary>
    private DateExpression? AfterMark(int at)
    {
        if (words.Number(at) is not { Digits: <= 2, Value: >= 1 and <= 31 } number)
            return null;
        if (number.Value <= 12 && (words.Is(at + 1, '月') || words.Is(at + 1, '월')))
            return words.Number(at + 2) is { Digits: <= 2, Value: >= 1 and <= 31 } day && IsDay(at + 3)
                ? new(at, at + 4) { Month = number.Value, Day = day.Value }
                : new(at, at + 2) { Month = number.Value };
        return IsDay(at + 1) ? new(at, at + 2) { Day = number.Value } : null;
    }

    /// <summary>日 of a date, not of a span of days (2日間) or of Japan.</summary>
    private bool IsDay(int at) => (words.Is(at, '日') || words.Is(at, '일') || words.Is(at, '号'))
        && !words.Is(at + 1, '間') && !words.Is(at + 1, '间') && !words.Is(at + 1, '本') && !words.Is(at + 1, '간') && !words.Is(at + 1, '連');

    /// <summary>2021-03-12, 2021/3/12 and 2021.3.12.</summary>
    private DateExpression? Figures(int at, int year)
        => words.Number(at + 1) is { Digits: <= 2 } month && words.Number(at + 2) is { Digits: <= 2 } day && Parted(at) && IsDate(year, month.Value, day.Value)
            ? new(at, at + 3) { Year = year, Month = month.Value, Day = day.Value }
            : null;

    /// <summary>12.03.2021, 12-03-2021 and 12/03/2021; with slashes either may be the month, so that both must not fit.</summary>
    private DateExpression? DayFirst(int at, int first)
    {
        if (words.Number(at + 1) is not { Digits: <= 2 } second || words.Number(at + 2) is not { Digits: 4, Value: >= 1800 and <= 2200 } year || !Parted(at))
            return null;
        var slashes = text.Tokens[at + 1].Before == '/';
        if (slashes && first <= 12 && second.Value <= 12 && first != second.Value)
            return null;
        var (day, month) = slashes && second.Value > 12 ? (second.Value, first) : (first, second.Value);
        return IsDate(year.Value, month, day) ? new(at, at + 3) { Year = year.Value, Month = month, Day = day } : null;
    }

    private bool Parted(int at) => text.Tokens[at + 1].Before is '.' or '-' or '/' && text.Tokens[at + 2].Before == text.Tokens[at + 1].Before;

    private DateExpression WithYear(DateExpression date)
    {
        var of = words.Meaning(date.End, DateWord.Of)?.End ?? date.End;
        return words.Number(of) is { Digits: 4, Value: >= 1800 and <= 2200 } year && !IsDecimal(of)
            ? date with { Year = year.Value, End = of + 1 }
            : date;
    }

    private bool IsDecimal(int at) => text.Tokens[at].Before is '-' or '–';

    /// <summary>"TOKYO, Jan. 15 (Jiji) --": the day of writing, not of what happened.</summary>
    private bool IsDateline(DateExpression date)
        => date.Day is not null
            && date.First - words.Sentence.First <= 4
            && date.End < words.Sentence.End
            && text.Tokens[date.End].Before is '(' or '-' or '–' or '—' or '/' or '|' or '['
            && !Folding.IsIdeographic(text.At(text.Tokens[date.First].Start));

    private static bool IsDate(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
