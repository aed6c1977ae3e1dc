namespace NewsWatch.Review.Articles;

/// <summary>One article in the list: its last outcome and its last decision.</summary>
/// <param name="Outcome">Last line of what became of it.</param>
/// <param name="Decision">Last line of what an analyst decided; null where nobody has.</param>
public sealed record ArticleRow(JournalEntry Outcome, JournalEntry? Decision);
