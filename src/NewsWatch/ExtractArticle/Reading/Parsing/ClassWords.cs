using System.Collections.Frozen;
using System.Globalization;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>
/// What the words of an element's class and id say about its part in the page. The words are rows of <c>class-words.tsv</c>.
/// </summary>
[Flags]
internal enum ClassHints
{
    None = 0, Body = 1 << 0, Lead = 1 << 1, Title = 1 << 2, Navigation = 1 << 3, Footer = 1 << 4, Aside = 1 << 5, Related = 1 << 6,
    Share = 1 << 7, Caption = 1 << 8, Byline = 1 << 9, Date = 1 << 10, Newsletter = 1 << 11, Comment = 1 << 12, Advert = 1 << 13,
    Consent = 1 << 14, Paywall = 1 << 15, Topic = 1 << 16, Player = 1 << 17, Hidden = 1 << 18, Box = 1 << 19, Quote = 1 << 20, Live = 1 << 21,
    Teaser = 1 << 22, Header = 1 << 23,
}

/// <summary>Reads class and id attributes; remembers each distinct value of one page.</summary>
internal sealed class ClassWords
{
    private static readonly FrozenDictionary<string, ClassHints> Words = DataTable.Read("NewsWatch.ExtractArticle.Reading.class-words.tsv")
        .SelectMany(row => row[1].Split(' '), (row, word) => (word, hint: Enum.Parse<ClassHints>(row[0])))
        .GroupBy(pair => pair.word, pair => pair.hint)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((a, b) => a | b));

    private static readonly FrozenDictionary<string, ClassHints>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, ClassHints> seen = new(StringComparer.Ordinal);

    /// <summary>The hints of one attribute's value.</summary>
    public ClassHints Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return ClassHints.None;
        if (!seen.TryGetValue(value, out var hints))
            seen[value] = hints = Read(value);
        return hints;
    }

    /// <summary>Words end at anything but a letter and where a small letter meets a capital.</summary>
    internal static ClassHints Read(ReadOnlySpan<char> value)
    {
        const int longest = 24;
        Span<char> word = stackalloc char[longest];
        var hints = ClassHints.None;
        var length = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ' ';
            var letter = char.IsAsciiLetter(c);
            if (length > 0 && (!letter || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(value[i - 1]))))
            {
                if (length <= longest && Lookup.TryGetValue(word[..length], out var hint))
                    hints |= hint;
                length = 0;
            }
            if (!letter)
                continue;
            if (length < longest)
                word[length] = char.ToLower(c, CultureInfo.InvariantCulture);
            length = Math.Min(length + 1, longest + 1);
        }
        return hints;
    }
}
