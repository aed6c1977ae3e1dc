using NewsWatch.PollFeeds.States;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>
/// When an edit is followed. One in the words is at once, until a part of the entry has changed so often that it must be its nature; one in
/// numbers alone, which a counter or clock makes at each delivery, once. After that each waits twice as long as the one before, up to a
/// day:
/// slower, never not at all. Title and text are counted apart, so that a restless title does not slow what the text says.
/// </summary>
internal static class EditPace
{
    private const int FreeEditsOfWords = 10;
    private const int FreeEditsOfNumbers = 1;
    private static readonly TimeSpan FirstOfWords = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstOfNumbers = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What to remember of an entry whose edit is followed now; null where the edit waits.</summary>
    /// <param name="before">As last handled.</param>
    /// <param name="words">What it says now; not what it said then.</param>
    /// <param name="now">The present; a last handling after it was a clock's error.</param>
    public static SeenEntry? Follow(SeenEntry before, EntryWords words, DateTimeOffset now)
    {
        var waited = before.HandledAt is not { } then || then > now ? Longest : now - then;
        var (title, text) = (before.Title != words.Title, before.Text != words.Text);
        var isDue = (title && waited >= Wait(FirstOfWords, before.TitleEdits - FreeEditsOfWords))
            || (text && waited >= Wait(FirstOfWords, before.TextEdits - FreeEditsOfWords))
            || (!title && !text && waited >= Wait(FirstOfNumbers, before.NumberEdits - FreeEditsOfNumbers));
        return !isDue ? null : before with
        {
            Fingerprint = words.Fingerprint,
            Title = words.Title,
            Text = words.Text,
            TitleEdits = before.TitleEdits + (title ? 1 : 0),
            TextEdits = before.TextEdits + (text ? 1 : 0),
            NumberEdits = before.NumberEdits + (title || text ? 0 : 1),
            HandledAt = now,
        };
    }

    private static TimeSpan Wait(TimeSpan first, int beyondFree)
    {
        if (beyondFree < 0)
            return TimeSpan.Zero;
        var wait = first * Math.Pow(2, Math.Min(beyondFree, 16));
        return wait < Longest ? wait : Longest;
    }
}
