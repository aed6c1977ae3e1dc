namespace NewsWatch.PollFeeds.Parsing;

/// <summary>A date as a feed gives it.</summary>
/// <param name="Value">In UTC.</param>
/// <param name="Marks">What is doubtful about it.</param>
internal readonly record struct FeedDate(DateTimeOffset Value, FeedDateMarks Marks)
{
    public bool IsTrusted => (Marks & (FeedDateMarks.Future | FeedDateMarks.Absurd)) == 0;
}
