namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>What a word means in a date.</summary>
/// <param name="Kind">What kind of word.</param>
/// <param name="Value">A weekday from 1, Monday; a month from 1; or how many days, weeks, months or years from the article's own; else 0.</param>
internal readonly record struct DateMeaning(DateWord Kind, int Value);

/// <summary>The kinds of words in a date.</summary>
internal enum DateWord
{
    /// <summary>A month's name.</summary>
    Month,

    /// <summary>A month's name in a form that says "in" as well.</summary>
    MonthIn,

    /// <summary>A weekday's name.</summary>
    Weekday,

    /// <summary>Today, yesterday, tomorrow.</summary>
    Day,

    /// <summary>This, last or next week.</summary>
    Week,

    /// <summary>This, last or next month.</summary>
    MonthFrom,

    /// <summary>This, last or next year.</summary>
    YearFrom,

    /// <summary>Before a month or year.</summary>
    In,

    /// <summary>Inside a date.</summary>
    Of,

    /// <summary>Beside a year.</summary>
    Year,

    /// <summary>May open another clause.</summary>
    And,

    /// <summary>Tells that what is spoken of is still to come.</summary>
    Future,
}
