namespace NewsWatch.Calendar;

/// <summary>The full stop of an ordinal day, as in "am 8. Januar": it ends no sentence.</summary>
internal static class OrdinalDay
{
    private const int LongestMonth = 16;

    /// <summary>True where the stop at <paramref name="at"/> has a day's number before it and a month's name behind it.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 3 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (at - start is 0 or > 2 || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
            return false;
        var end = at + 2;
        while (end < text.Length && end - at < LongestMonth && char.IsLetter(text[end]))
            end++;
        return MonthNames.ByName.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text[(at + 2)..end]);
    }
}
