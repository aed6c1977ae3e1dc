namespace NewsWatch.Review.Accuracy;

/// <summary>One agreement that an analyst decided on, with all it is counted by.</summary>
/// <param name="Outcome">How it was decided.</param>
/// <param name="Type">Kind of instrument, as found.</param>
/// <param name="Language">BCP 47 primary language; empty where unknown.</param>
/// <param name="Source">Name of the outlet.</param>
/// <param name="Feed">Title of the feed that found it first.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Rules">Rules that read it, each once.</param>
internal sealed record DecidedReading(
    ReadingOutcome Outcome, AgreementType Type, string Language, string Source, string Feed, DateTimeOffset At, string Reason, IReadOnlyList<string> Rules)
{
    /// <summary>The decided agreements of an article; what was only background and not decided on by itself is left out.</summary>
    public static IReadOnlyList<DecidedReading> Of(Article article) =>
    [
        .. AgreementDecisions.Of(article)
            .Where(one => one is { Decision: { } word, Verdict: not null } && (word.Agreement is not null || word.Adds is not null || !one.Found.Background))
            .Select(one => new DecidedReading(
                one switch
                {
                    { Verdict: Verdict.Dismissed } => ReadingOutcome.Dismissed,
                    { Decision.Adds: not null } => ReadingOutcome.Missed,
                    { Corrected: not null } => ReadingOutcome.Corrected,
                    _ => ReadingOutcome.Confirmed,
                },
                one.Found.Type,
                article.Content?.Language ?? "",
                article.Content?.Site ?? article.Address.Host,
                article.Mentions[0].FeedTitle,
                one.Decision!.At,
                one.Decision.Reason,
                [.. one.Found.Evidence.Select(evidence => evidence.Rule).Distinct(StringComparer.Ordinal)])),
    ];
}

/// <summary>How an analyst decided on a reading.</summary>
internal enum ReadingOutcome
{
    /// <summary>It stands as found.</summary>
    Confirmed,

    /// <summary>There is an agreement, but another than found.</summary>
    Corrected,

    /// <summary>There is none.</summary>
    Dismissed,

    /// <summary>It was not found; an analyst added it.</summary>
    Missed,
}
