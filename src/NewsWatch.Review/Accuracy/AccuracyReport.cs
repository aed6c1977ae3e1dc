using System.Globalization;

namespace NewsWatch.Review.Accuracy;

/// <summary>How good the readings are, by analysts' decisions.</summary>
/// <param name="All">All decided readings.</param>
/// <param name="ByType">By kind of instrument, most decided first.</param>
/// <param name="ByLanguage">By language, most decided first.</param>
/// <param name="BySource">By outlet, most decided first.</param>
/// <param name="ByMonth">By month of the decision, the latest first.</param>
/// <param name="Feeds">By feed, most dismissed first.</param>
/// <param name="Rules">By rule of the classifier, most dismissed first.</param>
public sealed record AccuracyReport(
    Tally All,
    IReadOnlyList<Tally> ByType,
    IReadOnlyList<Tally> ByLanguage,
    IReadOnlyList<Tally> BySource,
    IReadOnlyList<Tally> ByMonth,
    IReadOnlyList<Tally> Feeds,
    IReadOnlyList<Tally> Rules)
{
    /// <summary>Counts readings.</summary>
    internal static AccuracyReport Of(IReadOnlyList<DecidedReading> readings) => new(
        Tally.Of("all", readings),
        By(readings, reading => Wording.Of(reading.Type), MostDecided),
        By(readings, reading => reading.Language.Length == 0 ? "unknown" : LanguageName.Of(reading.Language), MostDecided),
        By(readings, reading => reading.Source, MostDecided),
        By(readings, reading => reading.At.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            tallies => tallies.OrderByDescending(tally => tally.Name, StringComparer.Ordinal)),
        By(readings, reading => reading.Feed, MostDismissed),
        [
            .. MostDismissed(readings.SelectMany(reading => reading.Rules, (reading, rule) => (reading, rule))
                .GroupBy(pair => pair.rule, pair => pair.reading, StringComparer.Ordinal)
                .Select(same => Tally.Of(same.Key, [.. same]))),
        ]);

    private static IReadOnlyList<Tally> By(
        IReadOnlyList<DecidedReading> readings, Func<DecidedReading, string> name, Func<IEnumerable<Tally>, IEnumerable<Tally>> order)
        => [.. order(readings.GroupBy(name, StringComparer.Ordinal).Select(same => Tally.Of(same.Key, [.. same])))];

    private static IEnumerable<Tally> MostDecided(IEnumerable<Tally> tallies)
        => tallies.OrderByDescending(tally => tally.Decided).ThenBy(tally => tally.Name, StringComparer.Ordinal);

    private static IEnumerable<Tally> MostDismissed(IEnumerable<Tally> tallies)
        => tallies.OrderByDescending(tally => tally.Dismissed).ThenBy(tally => tally.Precision).ThenBy(tally => tally.Name, StringComparer.Ordinal);
}

/// <summary>Decided readings of one kind.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Confirmed">As found.</param>
/// <param name="Corrected">An agreement, but another than found.</param>
/// <param name="Dismissed">None: false alarms.</param>
/// <param name="Missed">Not found, added by an analyst.</param>
/// <param name="Reasons">The reasons given for dismissals, most frequent first.</param>
public sealed record Tally(string Name, int Confirmed, int Corrected, int Dismissed, int Missed, IReadOnlyList<string> Reasons)
{
    private const int MostReasons = 5;

    /// <summary>Readings that were decided on, without those that were missed.</summary>
    public int Decided => Confirmed + Corrected + Dismissed;

    /// <summary>Share of readings that are of an agreement, as found or corrected; 0 to 1. Null where none was decided on.</summary>
    public double? Precision => Decided == 0 ? null : (double)(Confirmed + Corrected) / Decided;

    /// <summary>Where the true share lies, as far as so many decisions tell. Null where none was decided on.</summary>
    public ShareInterval? Interval => Decided == 0 ? null : ShareInterval.Of(Confirmed + Corrected, Decided);

    internal static Tally Of(string name, IReadOnlyList<DecidedReading> readings) => new(
        name,
        readings.Count(reading => reading.Outcome == ReadingOutcome.Confirmed),
        readings.Count(reading => reading.Outcome == ReadingOutcome.Corrected),
        readings.Count(reading => reading.Outcome == ReadingOutcome.Dismissed),
        readings.Count(reading => reading.Outcome == ReadingOutcome.Missed),
        [
            .. readings.Where(reading => reading is { Outcome: ReadingOutcome.Dismissed, Reason.Length: > 0 })
                .GroupBy(reading => reading.Reason, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.Key).Take(MostReasons),
        ]);
}
