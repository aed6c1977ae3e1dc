using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>
/// How long ago something is said to have been, by the date nearest to it in its sentence. Where the article's own day is unknown the latest
/// day that it tells stands for it, or where it tells years alone the latest of them.
/// </summary>
internal sealed class AgeReader(ReadText text)
{
    private const int Reach = 14;
    private const int FreshDays = 10;
    private const int RecentDays = 60;
    private const int YearDays = 400;

    private readonly DateDistance distances = new(text);
    private readonly Dictionary<int, (DateScanner Scanner, List<DateExpression> Dates)> sentences = [];
    private ToldDay? latest;
    private bool isLatestKnown;

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
        var (scanner, dates) = Dates(sentence);
        var nearest = dates.Select(date => (Date: date, Distance: distances.Of(date, scanner, first, end)))
            .Where(pair => pair.Distance <= Reach * DateDistance.Width(text, pair.Date))
            .OrderBy(pair => pair.Distance).Select(pair => (DateExpression?)pair.Date).FirstOrDefault();
        return nearest is { } date ? Of(date) : Age.Untold;
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
        return Enumerable.Range(0, text.Sentences.Length).SelectMany(sentence => Dates(sentence).Dates).Select(resolver.Resolve).OfType<(DateOnly First, DateGrain Grain)>()
            .Select(told => (ToldDay?)new ToldDay(told.First, told.Grain)).MaxBy(told => (told!.Value.Grain == DateGrain.Day, told.Value.First));
    }

    private (DateScanner Scanner, List<DateExpression> Dates) Dates(int sentence)
    {
        if (sentences.TryGetValue(sentence, out var known))
            return known;
        var scanner = new DateScanner(text, DateVocabulary.Default, text.Sentences[sentence]);
        return sentences[sentence] = (scanner, scanner.Find());
    }
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
