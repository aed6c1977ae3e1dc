using NewsWatch.Review.Layout;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>Where the stages of an agreement's life stand in a drawing: a rung each, the days from left to right. Pure.</summary>
public sealed class StageLadder
{
    private const double Left = 140, Right = 14, Rung = 27, Top = 8, Foot = 28;
    private const int MostTicks = 6;

    private static readonly AgreementStage[] Usual =
    [
        AgreementStage.Proposed, AgreementStage.Negotiating, AgreementStage.AgreedInPrinciple, AgreementStage.Signed, AgreementStage.Ratified,
        AgreementStage.InForce,
    ];

    /// <param name="runs">The stages, oldest first; one or more.</param>
    /// <param name="today">The day the drawing ends with.</param>
    public StageLadder(IReadOnlyList<StageRun> runs, DateOnly today)
    {
        var stages = Usual.Union(runs.Select(run => run.Stage)).OrderDescending().ToList();
        Height = Top + (stages.Count * Rung) + Foot;
        var first = runs.Min(run => run.Told.First).DayNumber;
        var last = Math.Max(today.DayNumber, runs.Max(run => run.Told.First).DayNumber);
        // A life of less than a season is drawn as one, or its first day would be its last.
        var span = Math.Max(90, last - first);
        Steps = [.. stages.Select((stage, index) => new Step(stage, Y(index), stage == runs[^1].Stage))];
        Points = [.. runs.Select(run => new Point(run, X(run.Told.First), Y(stages.IndexOf(run.Stage))))];
        Ticks = [.. Years(first, first + span).Select(year => (year, X(new(year, 1, 1))))];
        Path = string.Join(' ', Points.Select((point, index) => index == 0
            ? $"M{Svg.N(point.X)} {Svg.N(point.Y)}"
            : $"H{Svg.N(point.X)} V{Svg.N(point.Y)}")) + (runs[^1].Stage == AgreementStage.Terminated ? "" : $" H{Svg.N(X(DateOnly.FromDayNumber(last)))}");

        double X(DateOnly day) => Left + 8 + ((day.DayNumber - first) / (double)span * (Width - Left - Right - 16));
        static double Y(int index) => Top + (index * Rung) + (Rung / 2);
    }

    /// <summary>Width of the drawing.</summary>
    public static double Width => 440;

    /// <summary>Where the rungs begin.</summary>
    public static double From => Left;

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Where the rungs end, below the last.</summary>
    public double Bottom => Height - Foot;

    /// <summary>A rung for each stage, the last of a life on top.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The stages reached, oldest first.</summary>
    public IReadOnlyList<Point> Points { get; }

    /// <summary>Years with their place.</summary>
    public IReadOnlyList<(int Year, double X)> Ticks { get; }

    /// <summary>The line from stage to stage, and on to the last day.</summary>
    public string Path { get; }

    private static IEnumerable<int> Years(int first, int last)
    {
        var (from, to) = (DateOnly.FromDayNumber(first).Year + 1, DateOnly.FromDayNumber(last).Year);
        var step = 1;
        foreach (var wider in new[] { 1, 2, 5, 10, 20, 50 })
        {
            step = wider;
            if ((to - from) / step < MostTicks)
                break;
        }
        for (var year = from + ((step - (from % step)) % step); year <= to; year += step)
            yield return year;
    }

    /// <summary>A rung.</summary>
    public sealed record Step(AgreementStage Stage, double Y, bool IsCurrent);

    /// <summary>A stage reached.</summary>
    public sealed record Point(StageRun Run, double X, double Y)
    {
        /// <summary>True where its day is written before it, for want of room behind.</summary>
        public bool IsLate => X > Width * 0.66;
    }
}
