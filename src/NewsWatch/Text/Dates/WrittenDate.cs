using System.Globalization;

namespace NewsWatch.Text.Dates;

/// <summary>
/// Dates written for people and mail: RFC 822, asctime, <c>24.12.2025 18:00</c>, <c>2 de marzo de 2026</c>, <c>2026年3月2日</c>. Reads word by
/// word and takes each for what it can be: a number, a month, a time, a zone; what it does not know, such as days of the week, it leaves.
/// </summary>
internal ref struct WrittenDate
{
    private ReadOnlySpan<char> text;
    private DateParts parts;
    private DateNumbers numbers;
    private bool? afternoon;
    private bool korean;

    /// <param name="text">As written, digits of whatever script brought to ASCII; see <see cref="Eras.ToCommonEra"/>.</param>
    /// <param name="order">What <c>3/4/2026</c> means.</param>
    /// <param name="parts">What was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, DayOrder order, out DateParts parts)
    {
        var reader = new WrittenDate { text = text, numbers = new(order) };
        while (!reader.text.IsEmpty) reader.Next();
        return reader.Finish(out parts);
    }

    private void Next()
    {
        var sign = text[0];
        if (char.IsAsciiDigit(sign)) Number();
        else if (char.IsLetter(sign)) Word();
        else if (parts.Time is not null && ClockTime.TryReadOffset(ref text, out var offset)) parts.Offset = offset;
        else
        {
            numbers.Separator(sign);
            text = text[1..];
        }
    }

    private void Number()
    {
        if (parts.Time is null && (ClockTime.TryRead(ref text, out var time) || (numbers.AreWhole && ClockTime.TryReadPointed(ref text, out time))))
        {
            parts.Time = time;
            return;
        }
        var length = ClockTime.Run(text);
        var rest = text[length..].TrimStart();
        var digits = text[..Math.Min(length, 9)];
        var value = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        if (rest is ['年' or '년', ..]) numbers.Year(value, length);
        else if (rest is ['月' or '월', ..]) parts.Month = value;
        else if (rest is ['日' or '일', ..]) numbers.Day(value);
        else if (rest is ['時' or '时' or '시' or '点' or '點', ..]) parts.Time = TimeSpan.FromHours(Math.Min(value, 24));
        else if (rest is ['分' or '분', ..]) parts.Time += TimeSpan.FromMinutes(Math.Min(value, 59));
        else if (rest is ['秒' or '초', ..]) parts.Time += TimeSpan.FromSeconds(Math.Min(value, 59));
        else numbers.Add(value, length);
    }

    private void Word()
    {
        var length = 1;
        while (length < text.Length && (IsOfWord(text[length]) || IsZonePath(length))) length++;
        var word = text[..length].TrimEnd('.');
        text = text[length..];
        korean |= word[0] is >= '가' and <= '힣';
        if (DateWords.Month(word) is > 0 and var month) parts.Month = month;
        else if (DateWords.Afternoon(word) is { } half) afternoon = half;
        else if (parts.Time is not null) Zone(word);
    }

    // The vowels of many scripts, and accents written apart, are marks on a letter.
    private static bool IsOfWord(char sign) => char.IsLetter(sign) || sign == '.'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private readonly bool IsZonePath(int at) => text[at] is '/' or '_' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);

    private void Zone(ReadOnlySpan<char> word)
    {
        if (DateWords.Zone(word) is { } offset) parts.Offset ??= offset;
        else if (word.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(word.ToString(), out var zone)) parts.Zone = zone;
    }

    private bool Finish(out DateParts found)
    {
        if (afternoon is { } half && parts.Time is { } time && time.Hours is > 0 and <= 12)
            parts.Time = time + (half ? (time.Hours == 12 ? 0 : 12) : (time.Hours == 12 ? -12 : 0)) * TimeSpan.FromHours(1);
        var understood = numbers.Resolve(ref parts);
        found = parts;
        // Wherever Korean is written, it is nine hours ahead of Greenwich.
        if (understood && korean && found.Offset is null && found.Zone is null) found = found with { Offset = TimeSpan.FromHours(9) };
        return understood;
    }
}
