using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Cuts text into words, sentence by sentence, in one pass and in bounds.</summary>
/// <param name="words">What words are known.</param>
/// <param name="memo">Words looked up lately.</param>
/// <param name="text">What to read.</param>
/// <param name="offset">Where its first code unit counts.</param>
internal ref struct Tokenizer(WordTable words, WordMemo memo, ReadOnlySpan<char> text, int offset)
{
    /// <summary>A sentence is cut here even without a full stop, so that one endless sentence costs no more than many.</summary>
    public const int LongestSentence = 120;

    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>How much of the text has been read; what follows can be read later from there.</summary>
    public int At
    {
        readonly get => at;
        init => at = value;
    }

    /// <summary>Adds the words of the next sentence that has any.</summary>
    /// <param name="tokens">Takes them.</param>
    /// <param name="sentence">Which of <paramref name="tokens"/> they are.</param>
    /// <returns>False at the end of the text.</returns>
    public bool Next(List<Token> tokens, out Sentence sentence)
    {
        Span<char> word = stackalloc char[LongestWord];
        var before = ' ';
        var first = tokens.Count;
        var (anchors, subjects) = (0UL, 0UL);
        while (at < text.Length && tokens.Count - first < LongestSentence)
        {
            var letter = text[at];
            var folded = Folding.Fold(letter);
            if (folded is Folding.Break or Folding.Skip)
            {
                if (letter != ' ')
                {
                    if (SentenceEnds.At(text, at))
                    {
                        at++;
                        if (tokens.Count > first)
                            break;
                        before = ' ';
                        continue;
                    }

                    if (folded == Folding.Break && !char.IsWhiteSpace(letter) && (before == ' ' || letter is ',' or '，' or '、' or ';' or '；'))
                        before = Narrow(letter);
                }

                at++;
                continue;
            }

            var start = at;
            var length = Take(word, out var hash);
            var known = memo.Find(hash) ?? words.Find(word[..length], hash, memo);
            anchors |= known.Anchors;
            subjects |= known.Subjects;
            tokens.Add(new(offset + start, offset + at, known, CaseOf(text[start..at]), before));
            before = ' ';
        }

        sentence = new(first, tokens.Count, anchors, subjects);
        return tokens.Count > first;
    }

    /// <summary>Reads one ideographic character, or a run of letters; letters parted by single full stops as in <c>U.S.</c> are one word.</summary>
    private int Take(scoped Span<char> word, out ulong hash)
    {
        hash = WordHash.Seed;
        var start = at;
        var length = 0;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter >= Folding.FirstIdeographic && Folding.IsIdeographic(letter))
            {
                if (at > start)
                    break;
                word[length++] = Folding.Fold(letter);
                hash = WordHash.Add(hash, word[0]);
                at++;
                break;
            }

            var folded = Folding.Fold(letter);
            if (folded == Folding.Break)
            {
                if (letter != '.' || !IsInitials(start, length))
                    break;
            }
            else if (folded != Folding.Skip && length < word.Length)
            {
                word[length++] = folded;
                hash = WordHash.Add(hash, folded);
            }
        }

        return length;
    }

    /// <summary>The marks that Chinese and Japanese write as wide as a sign.</summary>
    private static char Narrow(char mark) => mark switch
    {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        _ => mark,
    };

    private readonly bool IsInitials(int start, int length)
        => length > 0 && at - start == (2 * length) - 1
            && at + 1 < text.Length && char.IsUpper(text[at + 1]) && char.IsUpper(text[at - 1])
            && (at + 2 >= text.Length || Folding.Fold(text[at + 2]) == Folding.Break);

    private static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiLetterLower(word[0]) || !char.IsUpper(word[0]))
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
}
