namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>A date as a text tells it, unresolved.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
internal readonly record struct DateExpression(int First, int End)
{
    /// <summary>The year; null where it has to be found from the article's day.</summary>
    public int? Year { get; init; }

    /// <summary>The month, 1 to 12; null where none is named.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month; null where none is named.</summary>
    public int? Day { get; init; }

    /// <summary>A weekday, or a time counted from the article's day; null for a date of the calendar.</summary>
    public DateMeaning? From { get; init; }

    /// <summary>True for the date of a thing that has just been named: "of 8 April 2010".</summary>
    public bool IsNamesake { get; init; }

    /// <summary>Name for evidence.</summary>
    public string Rule => From is { Kind: DateWord.Weekday } ? "date:weekday" : From is not null ? "date:relative" : "date:calendar";
}
