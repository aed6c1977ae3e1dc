using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>
/// How long ago something is said to have been, by the date nearest to it in its sentence. Where the article's own day is unknown the latest
/// day that it tells stands for it, or where it tells years alone the latest of them.
/// </summary>
internal sealed class AgeReader(ReadText text, SentenceDates dates)
{
    private const int Reach = 14;
    private const int FreshDays = 10;
    private const int RecentDays = 60;
    private const int YearDays = 400;

    private ToldDay? latest;
    private bool isLatestKnown;

    /// <summary>The dates of its sentences.</summary>
    public SentenceDates Dates { get; } = dates;

    /// <summary>How far they stand from what they may belong to.</summary>
    public DateDistance Distances { get; } = new(text, dates);

    /// <summary>The article's own day, or the latest that it tells; null where it tells years at most.</summary>
    public DateOnly? Own => text.Published is { } published ? DateOnly.FromDateTime(published.DateTime) : Latest is { Grain: DateGrain.Day } told ? told.First : null;

    /// <summary>Null where nothing is dated.</summary>
    private ToldDay? Latest
    {
        get
        {
            if (!isLatestKnown)
                (latest, isLatestKnown) = (FindLatest(), true);
            return latest;
        }
    }

    /// <summary>The age of what stands at these tokens.</summary>
    public Age Of(int sentence, int first, int end)
    {
        DateExpression? nearest = null;
        var least = int.MaxValue;
        foreach (var date in Dates.Of(sentence))
            if (Distances.Of(date, sentence, first, end) is var distance && distance < least && distance <= Reach * DateDistance.Width(text, date))
                (nearest, least) = (date, distance);
        return nearest is { } found ? Of(found) : Age.Untold;
    }

    private Age Of(DateExpression date)
    {
        if (date.From is { } from)
            return from.Kind switch
            {
                DateWord.Weekday => Age.Fresh,
                DateWord.YearFrom => from.Value > 0 ? Age.Ahead : Age.Year,
                DateWord.MonthFrom => from.Value > 0 ? Age.Ahead : Age.Recent,
                _ => from.Value > 0 ? Age.Ahead : from.Value < -FreshDays ? Age.Recent : Age.Fresh,
            };
        if (Own is not { } day)
            return date.Year is not { } year ? Age.Recent : year >= Latest?.First.Year ? Age.Year : Age.Old;
        if (new DateResolver(day, ahead: false).Resolve(date) is not var (told, grain))
            return Age.Untold;
        var last = new ToldDay(told, grain).Last;
        return told > day.AddDays(1) ? Age.Ahead
            : day.DayNumber - last.DayNumber is var days && days <= FreshDays && grain == DateGrain.Day ? Age.Fresh
            : days <= RecentDays && grain != DateGrain.Year ? Age.Recent
            : days <= YearDays ? Age.Year
            : Age.Old;
    }

    /// <summary>A day goes before months and years, which may lie ahead: "by 2035".</summary>
    private ToldDay? FindLatest()
    {
        var resolver = new DateResolver(own: null, ahead: false);
        ToldDay? found = null;
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var date in Dates.Of(sentence))
                if (resolver.Resolve(date) is var (first, grain) && IsLater(first, grain, found))
                    found = new(first, grain);
        return found;
    }

    private static bool IsLater(DateOnly first, DateGrain grain, ToldDay? than)
        => than is not { } other || ((grain == DateGrain.Day) == (other.Grain == DateGrain.Day) ? first > other.First : grain == DateGrain.Day);
}

/// <summary>How long before its article something was.</summary>
internal enum Age
{
    /// <summary>No date stands near it.</summary>
    Untold,

    /// <summary>Within ten days, or on a weekday that is named alone.</summary>
    Fresh,

    /// <summary>Within two months.</summary>
    Recent,

    /// <summary>Within about a year.</summary>
    Year,

    /// <summary>Longer ago.</summary>
    Old,

    /// <summary>Still to come.</summary>
    Ahead,
}
