using System.Globalization;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>Finds the dates in a sentence: one pass, each word looked at a bounded number of times.</summary>
internal sealed class DateScanner(ReadText text, DateVocabulary vocabulary, Sentence sentence)
{
    private readonly string?[] words = new string?[sentence.End - sentence.First];

    /// <summary>The dates, in order, none within another.</summary>
    public List<DateExpression> Find()
    {
        var found = new List<DateExpression>();
        for (var at = sentence.First; at < sentence.End;)
        {
            var date = ReadAt(at);
            if (date is { } read && !IsDateline(read))
                found.Add(read with { IsNamesake = Meaning(at - 1, DateWord.Of) is not null });
            at = date?.End ?? at + 1;
        }

        // "on Monday, 8 January": the weekday says nothing more.
        found.RemoveAll(date => date.From is { Kind: DateWord.Weekday }
            && found.Exists(other => other.Day is not null && other.First - date.End is >= 0 and <= 2 || other.Day is not null && date.First - other.End is >= 0 and <= 1));
        return found;
    }

    /// <summary>True where a word of the sentence tells that something is still to come.</summary>
    public bool SpeaksOfFuture()
    {
        for (var at = sentence.First; at < sentence.End; at++)
            if (Meaning(at, DateWord.Future) is not null)
                return true;
        return false;
    }

    /// <summary>Words between two tokens that may open another clause.</summary>
    public int ClausesWithin(int from, int to)
    {
        var count = 0;
        for (var at = from; at < to; at++)
            if (Meaning(at, DateWord.And) is not null)
                count++;
        return count;
    }

    private DateExpression? ReadAt(int at)
        => Number(at) is { } number ? FromNumber(at, number) : FromWord(at);

    private DateExpression? FromNumber(int at, (int Value, int Digits) number)
        => number.Digits == 4 && number.Value is >= 1800 and <= 2200 ? FromYear(at, number.Value)
            : number.Value is >= 1 and <= 31 && number.Digits <= 2 ? FromSmallNumber(at, number.Value)
            : null;

    /// <summary>2024-07-08, 2024年7月8日, 2024年7月, 2024年, in 2024, 2024 года, (2024).</summary>
    private DateExpression? FromYear(int at, int year)
    {
        if (Figures(at, year) is { } figures)
            return figures;
        if (Is(at + 1, '年') || Is(at + 1, '년'))
            return AfterMark(at + 2) is { } rest ? rest with { First = at, Year = year } : new(at, at + 2) { Year = year };
        var marked = Meaning(at + 1, DateWord.Year) is not null && text.Tokens[at + 1].Before is ' ' or '\'' or '’' or '.'
            || Meaning(at - 1, DateWord.Year) is not null
            || Meaning(at - 1, DateWord.In) is not null
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
        var of = Meaning(at + 1, DateWord.Of)?.End ?? at + 1;
        if (Meaning(of, DateWord.Month) is not { } month)
            return null;
        return WithYear(new(at, month.End) { Month = month.Value, Day = number });
    }

    /// <summary>January 8, 2017; January 2017; in January; Monday; yesterday; last week.</summary>
    private DateExpression? FromWord(int at)
    {
        if (Meaning(at, DateWord.MonthIn) is { } within)
            return WithYear(new(at, within.End) { Month = within.Value });
        if (Meaning(at, DateWord.Month) is { } month)
        {
            if (Number(month.End) is { Digits: <= 2, Value: >= 1 and <= 31 } day && text.Tokens[month.End].Before is ' ' or '.')
                return WithYear(new(at, month.End + 1) { Month = month.Value, Day = day.Value });
            var dated = WithYear(new(at, month.End) { Month = month.Value });
            return dated.Year is not null || Meaning(at - 1, DateWord.In) is not null ? dated : null;
        }

        foreach (var kind in (ReadOnlySpan<DateWord>)[DateWord.Weekday, DateWord.YearFrom, DateWord.MonthFrom, DateWord.Week, DateWord.Day])
            if (Meaning(at, kind) is { } from)
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
        if (Number(at) is not { Digits: <= 2, Value: >= 1 and <= 31 } number)
            return null;
        if (number.Value <= 12 && (Is(at + 1, '月') || Is(at + 1, '월')))
            return Number(at + 2) is { Digits: <= 2, Value: >= 1 and <= 31 } day && IsDay(at + 3)
                ? new(at, at + 4) { Month = number.Value, Day = day.Value }
                : new(at, at + 2) { Month = number.Value };
        return IsDay(at + 1) ? new(at, at + 2) { Day = number.Value } : null;
    }

    /// <summary>日 of a date, not of a span of days (2日間) or of Japan.</summary>
    private bool IsDay(int at) => (Is(at, '日') || Is(at, '일') || Is(at, '号'))
        && !Is(at + 1, '間') && !Is(at + 1, '间') && !Is(at + 1, '本') && !Is(at + 1, '간') && !Is(at + 1, '連');

    /// <summary>2021-03-12, 2021/3/12 and 2021.3.12.</summary>
    private DateExpression? Figures(int at, int year)
        => Number(at + 1) is { Digits: <= 2 } month && Number(at + 2) is { Digits: <= 2 } day && Parted(at) && IsDate(year, month.Value, day.Value)
            ? new(at, at + 3) { Year = year, Month = month.Value, Day = day.Value }
            : null;

    /// <summary>12.03.2021, 12-03-2021 and 12/03/2021; with slashes either may be the month, so that both must not fit.</summary>
    private DateExpression? DayFirst(int at, int first)
    {
        if (Number(at + 1) is not { Digits: <= 2 } second || Number(at + 2) is not { Digits: 4, Value: >= 1800 and <= 2200 } year || !Parted(at))
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
        var of = Meaning(date.End, DateWord.Of)?.End ?? date.End;
        return Number(of) is { Digits: 4, Value: >= 1800 and <= 2200 } year && !IsDecimal(of)
            ? date with { Year = year.Value, End = of + 1 }
            : date;
    }

    private bool IsDecimal(int at) => text.Tokens[at].Before is '-' or '–';

    /// <summary>"TOKYO, Jan. 15 (Jiji) --": the day of writing, not of what happened.</summary>
    private bool IsDateline(DateExpression date)
        => date.Day is not null
            && date.First - sentence.First <= 4
            && date.End < sentence.End
            && text.Tokens[date.End].Before is '(' or '-' or '–' or '—' or '/' or '|' or '['
            && !Folding.IsIdeographic(text.At(text.Tokens[date.First].Start));

    private static bool IsDate(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private bool Is(int at, char letter) => at < sentence.End && Word(at) is [var only] && only == letter;

    /// <summary>The value of a number token in any script's digits, with an ordinal's ending at most; null for other words.</summary>
    private (int Value, int Digits)? Number(int at)
    {
        if (at < sentence.First || at >= sentence.End)
            return null;
        var word = Word(at);
        var (value, digits) = (0, 0);
        while (digits < word.Length && CharUnicodeInfo.GetDecimalDigitValue(word[digits]) is >= 0 and var digit)
        {
            if (++digits > 4)
                return null;
            value = (value * 10) + digit;
        }

        return digits > 0 && word.AsSpan(digits) is "" or "st" or "nd" or "rd" or "th" or "er" or "re" or "º" or "ª" or "o" or "e" ? (value, digits) : null;
    }

    private (int Value, int End)? Meaning(int at, DateWord kind)
    {
        if (at < sentence.First || at >= sentence.End)
            return null;
        var word = Word(at);
        if (Match(word, at, kind) is { } found)
            return found;
        if (word.Length > 3 && Folding.IsArabic(word[0]))
            foreach (var bare in ArabicClitics.Strip(word))
                if (Match(bare, at, kind) is { } stripped)
                    return stripped;
        return null;
    }

    private (int Value, int End)? Match(string word, int at, DateWord kind)
    {
        foreach (var entry in vocabulary.At(word))
            if (entry.Meaning.Kind == kind && (entry.Languages & text.Languages) != 0 && Continues(entry.Words, at))
                return (entry.Meaning.Value, at + entry.Words.Length);
        return null;
    }

    private bool Continues(string[] form, int at)
    {
        if (at + form.Length > sentence.End)
            return false;
        for (var next = 1; next < form.Length; next++)
            if (Word(at + next) != form[next])
                return false;
        return true;
    }

    private string Word(int at) => words[at - sentence.First] ??= Folding.Fold(text.Words(at, at + 1));
}
