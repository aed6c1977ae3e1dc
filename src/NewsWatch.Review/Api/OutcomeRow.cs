namespace NewsWatch.Review.Api;

/// <summary>One article of a page: where it has ended.</summary>
/// <param name="Outcome">The line of the journal that tells so, as of now.</param>
public sealed record OutcomeRow(JournalEntry Outcome);
