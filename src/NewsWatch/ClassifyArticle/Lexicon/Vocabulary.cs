using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>The words that patterns are made of: whole words, stems (<c>ratif*</c>) and parts of compounds (<c>*abkommen*</c>).</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly List<(string Part, bool AtEnd, int Word)> parts = [];
    private int count;
    private int shortest = int.MaxValue;
    private int longest;

    /// <summary>Number of the word, given one if it is new. It is folded, with a star where more letters may follow or precede.</summary>
    public int Add(string word)
    {
        if (word.StartsWith('*'))
            return AddPart(word.Trim('*'), !word.EndsWith('*'));
        if (!word.EndsWith('*'))
            return Number(whole, word);
        var stem = word.TrimEnd('*');
        shortest = Math.Min(shortest, stem.Length);
        longest = Math.Max(longest, stem.Length);
        return Number(stems, stem);
    }

    /// <summary>Every number this word of a text goes by.</summary>
    public int[] Find(ReadOnlySpan<char> word)
    {
        var found = new List<int>(2);
        Collect(word, found);
        if (word.Length > 3 && Folding.IsArabic(word[0]))
            foreach (var bare in ArabicClitics.Strip(word.ToString()))
                Collect(bare, found);
        return found.Count == 0 ? [] : [.. found];
    }

    private void Collect(ReadOnlySpan<char> word, List<int> found)
    {
        if (whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
            found.Add(number);
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = shortest; length <= Math.Min(longest, word.Length); length++)
            if (lookup.TryGetValue(word[..length], out number))
                found.Add(number);
        foreach (var (part, atEnd, partNumber) in parts)
            if (atEnd ? word.EndsWith(part, StringComparison.Ordinal) : word.Contains(part, StringComparison.Ordinal))
                found.Add(partNumber);
    }

    private int AddPart(string part, bool atEnd)
    {
        foreach (var known in parts)
            if (known.Part == part && known.AtEnd == atEnd)
                return known.Word;
        parts.Add((part, atEnd, count));
        return count++;
    }

    private int Number(Dictionary<string, int> words, string word)
    {
        if (words.TryGetValue(word, out var number))
            return number;
        words.Add(word, count);
        return count++;
    }
}
