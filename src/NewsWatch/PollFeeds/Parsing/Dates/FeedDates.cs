namespace NewsWatch.PollFeeds.Parsing.Dates;

/// <summary>
/// Reads dates in any of the ways feeds write them: RFC 3339 and ISO 8601 (W3CDTF), RFC 822 and its successors, asctime, numeric dates, and
/// dates in words of many languages. Culture and time zone of the machine play no part.
/// </summary>
/// <param name="now">Dates later than this, give or take a clock, are marked.</param>
internal readonly struct FeedDates(DateTimeOffset now)
{
    private const int Longest = 100;

    // Nothing was in a feed before; what says so is a default, an overflow or a slip of the keyboard.
    private const int FirstYear = 1990;

    private static readonly TimeSpan ClockError = TimeSpan.FromHours(1);
    private static readonly TimeSpan ZoneError = TimeSpan.FromHours(14);

    /// <summary>Null where the text is no date.</summary>
    public FeedDate? Read(string? text)
    {
        var span = text.AsSpan().Trim();
        if (span.IsEmpty || span.Length > Longest) return null;
        var found = default(DateParts);
        if (!IsoDate.TryRead(span, out found) && !WrittenDate.TryRead(span, out found)) return null;
        return found.ToInstant() is { } instant ? new(instant, found.Marks | Doubts(instant, found.Marks)) : null;
    }

    private FeedDateMarks Doubts(DateTimeOffset instant, FeedDateMarks marks)
    {
        if (instant.Year < FirstYear) return FeedDateMarks.Absurd;
        return instant - now > (marks == 0 ? ClockError : ZoneError) ? FeedDateMarks.Future : FeedDateMarks.None;
    }
}
