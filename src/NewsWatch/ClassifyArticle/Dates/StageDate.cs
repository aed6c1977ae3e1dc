namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>When a stage was or will be reached, as the text tells.</summary>
/// <param name="First">The day, or the first day of the month or year told.</param>
/// <param name="Grain">How exactly it is told.</param>
/// <param name="Evidence">Where it is told.</param>
internal sealed record StageDate(DateOnly First, DateGrain Grain, Evidence Evidence);
