using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Cuts text into words and sentences, in one pass and in bounds.</summary>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    /// <summary>A sentence is cut here even without a full stop, so that one endless sentence costs no more than many.</summary>
    public const int LongestSentence = 120;

    private const int LongestWord = 64;

    private readonly Dictionary<string, int[]> known = new(StringComparer.Ordinal);

    /// <summary>Tokens read so far.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>Sentences read so far.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>Reads one stretch of text; it ends its last sentence.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="offset">Where its first code unit counts.</param>
    public void Read(ReadOnlySpan<char> text, int offset)
    {
        Span<char> word = stackalloc char[LongestWord];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var before = ' ';
        var first = Tokens.Count;
        for (var at = 0; at < text.Length;)
        {
            var folded = Folding.Fold(text[at]);
            if (folded is Folding.Break or Folding.Skip)
            {
                var mark = text[at];
                if (SentenceEnds.At(text, at))
                {
                    Close(ref first);
                    before = ' ';
                }
                else if (folded == Folding.Break && !char.IsWhiteSpace(mark) && (before == ' ' || mark is ',' or '、' or ';'))
                    before = mark;
                at++;
                continue;
            }

            var start = at;
            var length = 0;
            at = Folding.IsIdeographic(text[at]) ? TakeOne(folded, word, ref length, at) : TakeWord(text, at, word, ref length);
            var letters = word[..length];
            if (!lookup.TryGetValue(letters, out var words))
                lookup[letters] = words = vocabulary.Find(letters);
            Tokens.Add(new(offset + start, offset + at, words, CaseOf(text[start..at]), before));
            before = ' ';
            if (Tokens.Count - first >= LongestSentence)
                Close(ref first);
        }

        Close(ref first);
    }

    private static int TakeOne(char folded, Span<char> word, ref int length, int at)
    {
        word[length++] = folded;
        return at + 1;
    }

    /// <summary>A run of letters, or letters parted by single full stops as in <c>U.S.</c>, which are read as one word.</summary>
    private static int TakeWord(ReadOnlySpan<char> text, int at, Span<char> word, ref int length)
    {
        var start = at;
        while (at < text.Length)
        {
            var folded = Folding.Fold(text[at]);
            if (folded == Folding.Break)
            {
                var initials = text[at] == '.' && length > 0 && at - start == (2 * length) - 1
                    && at + 1 < text.Length && char.IsUpper(text[at + 1]) && char.IsUpper(text[at - 1])
                    && (at + 2 >= text.Length || Folding.Fold(text[at + 2]) == Folding.Break);
                if (!initials)
                    break;
            }
            else if (Folding.IsIdeographic(text[at]))
                break;
            else if (folded != Folding.Skip && length < word.Length)
                word[length++] = folded;
            at++;
        }

        return at;
    }

    private static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
            return WordCase.Lower;
        var capitals = 1;
        foreach (var c in word[1..])
        {
            if (char.IsLower(c))
                return WordCase.Capitalised;
            if (char.IsUpper(c))
                capitals++;
        }

        return capitals > 1 ? WordCase.Capitals : WordCase.Capitalised;
    }

    private void Close(ref int first)
    {
        if (Tokens.Count > first)
            Sentences.Add(new(first, Tokens.Count));
        first = Tokens.Count;
    }
}
