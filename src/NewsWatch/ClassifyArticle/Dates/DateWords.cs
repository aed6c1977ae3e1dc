using System.Globalization;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>The words of one sentence after another as dates are made of them: what the vocabulary knows of each, and the number it is.</summary>
internal sealed class DateWords(ReadText text, DateVocabulary vocabulary)
{
    /// <summary>No word of the vocabulary is as long, and no number of a date.</summary>
    private const int LongestWord = 64;

    private const int MostDigits = 4;

    private readonly List<Known> words = text.Buffers.DateWords;
    private int opened = -1;

    /// <summary>The sentence whose words are looked at.</summary>
    public Sentence Sentence { get; private set; }

    /// <summary>Goes to a sentence.</summary>
    public void Open(int sentence)
    {
        if (sentence == opened)
            return;
        (opened, Sentence) = (sentence, text.Sentences[sentence]);
        words.Clear();
        Span<char> folded = stackalloc char[LongestWord];
        for (var at = Sentence.First; at < Sentence.End; at++)
            words.Add(Folding.Fold(text.Letters(at, at + 1), folded) is > 0 and var length ? Read(folded[..length]) : new([], 0, 0, Folding.Break));
    }

    /// <summary>True where a word is this one letter.</summary>
    public bool Is(int at, char letter) => at < Sentence.End && words[at - Sentence.First].Only == letter;

    /// <summary>The value of a number in any script's digits, with an ordinal's ending at most; null for other words.</summary>
    public (int Value, int Digits)? Number(int at)
        => at >= Sentence.First && at < Sentence.End && words[at - Sentence.First] is { Digits: > 0 } word ? (word.Number, word.Digits) : null;

    /// <summary>What the words from one on mean, and where they end; null where they mean nothing of this kind.</summary>
    public (int Value, int End)? Meaning(int at, DateWord kind)
    {
        if (at < Sentence.First || at >= Sentence.End)
            return null;
        foreach (var entry in words[at - Sentence.First].Entries)
            if (entry.Meaning.Kind == kind && (entry.Languages & text.Languages) != 0 && Continues(entry.Words, at))
                return (entry.Meaning.Value, at + entry.Words.Length);
        return null;
    }

    private bool Continues(string[] form, int at)
    {
        if (at + form.Length > Sentence.End)
            return false;
        Span<char> folded = stackalloc char[LongestWord];
        for (var next = 1; next < form.Length; next++)
            if (Folding.Fold(text.Letters(at + next, at + next + 1), folded) is var length && (length < 0 || !folded[..length].SequenceEqual(form[next])))
                return false;
        return true;
    }

    private Known Read(ReadOnlySpan<char> word)
    {
        var entries = vocabulary.At(word);
        if (word.Length > 3 && Folding.IsArabic(word[0]))
            foreach (var prefix in ArabicClitics.Prefixes)
                if (vocabulary.At(ArabicClitics.Strip(word, prefix)) is { Length: > 0 } bare)
                    entries = [.. entries, .. bare];
        var (number, digits) = (0, 0);
        while (digits < word.Length && digits <= MostDigits && CharUnicodeInfo.GetDecimalDigitValue(word[digits]) is >= 0 and var digit)
            (number, digits) = ((number * 10) + digit, digits + 1);
        var isNumber = digits is > 0 and <= MostDigits && word[digits..] is "" or "st" or "nd" or "rd" or "th" or "er" or "re" or "º" or "ª" or "o" or "e";
        return new(entries, number, isNumber ? digits : 0, word.Length == 1 ? word[0] : Folding.Break);
    }

    /// <summary>A word: what may begin with it, the number it is with its digits (none for no number), and its letter where it has but one.</summary>
    internal readonly record struct Known(DateVocabulary.Entry[] Entries, int Number, int Digits, char Only);
}
