using NewsWatch.Text.Dates;

namespace NewsWatch.PollFeeds.Parsing;

/// <summary>
/// Reads dates in any of the ways feeds write them: RFC 3339 and ISO 8601 (W3CDTF), RFC 822 and its successors, asctime, numeric dates, and
/// dates in words of many languages. Culture and time zone of the machine play no part.
/// </summary>
/// <param name="now">Dates later than this, give or take a clock, are marked.</param>
/// <param name="order">Order of day and month in the feed's dates in numbers; decided once a feed, see <see cref="DayOrders"/>.</param>
internal readonly struct FeedDates(DateTimeOffset now, DayOrder order = DayOrder.Unknown)
{
    private const int Longest = 100;

    // Nothing was in a feed before; what says so is a default, an overflow or a slip of the keyboard.
    private const int FirstYear = 1990;

    private static readonly TimeSpan ClockError = TimeSpan.FromHours(1);
    private static readonly TimeSpan ZoneError = TimeSpan.FromHours(14);

    /// <summary>The same for a feed whose dates are written in this order.</summary>
    public FeedDates In(DayOrder feeds) => new(now, feeds);

    /// <summary>Null where the text is no date.</summary>
    public FeedDate? Read(string? text)
    {
        var span = text.AsSpan().Trim();
        if (span.IsEmpty || span.Length > Longest) return null;
        span = Eras.ToCommonEra(span.ToString());
        if (!EpochDate.TryRead(span, out var found) && !IsoDate.TryRead(span, out found) && !WrittenDate.TryRead(span, order, out found)) return null;
        var marks = Marks(found);
        return found.ToInstant() is { } instant ? new(instant, marks | Doubts(instant, now, marks == 0 ? ClockError : ZoneError)) : null;
    }

    private static FeedDateMarks Marks(DateParts parts) =>
        (parts.Time is null ? FeedDateMarks.DayOnly : FeedDateMarks.None)
        | (parts.Offset is null && parts.Zone is null ? FeedDateMarks.ZoneAssumed : FeedDateMarks.None);

    /// <summary>What is doubtful about a date that a source gave otherwise than a feed does; nothing where there is none.</summary>
    public static FeedDateMarks DoubtsOf(DateTimeOffset? instant, DateTimeOffset now)
        => instant is { } date ? Doubts(date, now, ZoneError) : FeedDateMarks.None;

    private static FeedDateMarks Doubts(DateTimeOffset instant, DateTimeOffset now, TimeSpan error)
        => instant.Year < FirstYear ? FeedDateMarks.Absurd
            : instant - now > error ? FeedDateMarks.Future
            : FeedDateMarks.None;
}
