using System.Buffers;
using System.Collections.Frozen;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Kinds;

/// <summary>
/// What pages say that stand in an article's stead: the rows of <c>wall-phrases.tsv</c>. In a title a phrase counts where it begins and
/// ends a word: "oops" is not in "troops". Those of a page's text are long enough to stand for themselves.
/// </summary>
internal static class WallPhrases
{
    /// <summary>A phrase is a title where it has this share of its letters; an article's headline has it in passing.</summary>
    private const float TitleShare = 0.5f;

    private static readonly string[] TitleSeparators = [" | ", " - ", " – ", " — ", " · ", " » ", "｜"];

    private static readonly FrozenDictionary<PageKind, Phrases> Anywhere = Of("anywhere"), Titles = Of("title");

    /// <summary>True where the text has a phrase of such pages.</summary>
    public static bool In(PageKind kind, ReadOnlySpan<char> text) => Anywhere[kind].Occur(text);

    /// <summary>True where a title, or a part of it that dashes set off, is such a page's, or has any other phrase of them.</summary>
    public static bool IsTitle(PageKind kind, string title)
        => title.Split(TitleSeparators, StringSplitOptions.TrimEntries).Append(title).Any(part =>
                Titles.TryGetValue(kind, out var phrases) && phrases.Longest(part) is > 0 and var letters
                    && letters >= TitleShare * part.Count(char.IsLetterOrDigit))
            || In(kind, title);

    /// <summary>True where a title has a phrase of the titles of such pages anywhere.</summary>
    public static bool InTitle(PageKind kind, ReadOnlySpan<char> title)
        => (Titles.TryGetValue(kind, out var phrases) && phrases.Longest(title) > 0) || In(kind, title);

    private static FrozenDictionary<PageKind, Phrases> Of(string place)
        => DataTable.Read("NewsWatch.ExtractArticle.Reading.wall-phrases.tsv")
            .Where(row => row[1] == place)
            .ToFrozenDictionary(row => row.Name<PageKind>(0), row => new Phrases(row.Words(2, '|')));

    private sealed class Phrases(string[] all)
    {
        private readonly SearchValues<string> any = SearchValues.Create(all, StringComparison.OrdinalIgnoreCase);

        /// <summary>True where the text has one of them.</summary>
        public bool Occur(ReadOnlySpan<char> text) => text.ContainsAny(any);

        /// <summary>Letters and digits of the longest of them that stands in the text in whole words; 0 where none does.</summary>
        public int Longest(ReadOnlySpan<char> text)
        {
            if (!text.ContainsAny(any))
                return 0;
            var longest = 0;
            foreach (var phrase in all)
                if (IsIn(phrase, text))
                    longest = Math.Max(longest, phrase.Count(char.IsLetterOrDigit));
            return longest;
        }

        private static bool IsIn(string phrase, ReadOnlySpan<char> text)
        {
            for (var from = 0; text[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from += at + 1)
            {
                var (start, end) = (from + at, from + at + phrase.Length);
                if ((start == 0 || !AreOneWord(text[start - 1], phrase[0])) && (end == text.Length || !AreOneWord(phrase[^1], text[end])))
                    return true;
            }
            return false;
        }

        /// <summary>Scripts without spaces between words have no edges of words to go by.</summary>
        private static bool AreOneWord(char one, char other)
            => char.IsLetterOrDigit(one) && char.IsLetterOrDigit(other) && one < '\u0e00' && other < '\u0e00';
    }
}
