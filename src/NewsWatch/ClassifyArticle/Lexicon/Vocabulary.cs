using System.Buffers;
using System.Collections.Concurrent;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>The words that patterns are made of: whole words, stems (<c>ratif*</c>) and parts of compounds (<c>*abkommen*</c>).</summary>
internal sealed class Vocabulary
{
    private const int StartLength = 4;

    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> stemStarts = [];
    private readonly List<(string Part, bool AtEnd, int Word)> parts = [];
    private readonly Dictionary<int, ulong> anchors = [];
    private readonly ConcurrentBag<WordMemo> memos = [];
    private readonly Lazy<SearchValues<string>> anyPart;
    private int count;
    private int shortest = int.MaxValue;
    private int longest;

    public Vocabulary() => anyPart = new(() => SearchValues.Create([.. parts.Select(part => part.Part)], StringComparison.Ordinal));

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
        if (stem.Length >= StartLength)
            stemStarts.Add(Start(stem));
        return Number(stems, stem);
    }

    /// <summary>Marks a word as one that a pattern for an agreement cannot match without, in some languages.</summary>
    public void Anchor(string word, ulong languages)
    {
        var number = Add(word);
        anchors[number] = anchors.GetValueOrDefault(number) | languages;
    }

    /// <summary>Words looked up lately, for the caller alone until it gives them back.</summary>
    public WordMemo Borrow() => memos.TryTake(out var memo) ? memo : new();

    /// <summary>Takes back what was borrowed.</summary>
    public void Return(WordMemo memo) => memos.Add(memo);

    /// <summary>What this word of a text is known as, which <paramref name="memo"/> then remembers. Not to be asked before the last word is added.</summary>
    public KnownWord Find(ReadOnlySpan<char> word, uint hash, WordMemo memo)
    {
        var known = LookUp(word);
        memo.Keep(word, hash, known);
        return known;
    }

    private KnownWord LookUp(ReadOnlySpan<char> word)
    {
        var found = new List<int>(2);
        Collect(word, found);
        if (word.Length > 3 && Folding.IsArabic(word[0]))
            foreach (var bare in ArabicClitics.Strip(word.ToString()))
                Collect(bare, found);
        return found.Count == 0 ? KnownWord.Unknown : new([.. found], found.Aggregate(0UL, (all, number) => all | anchors.GetValueOrDefault(number)));
    }

    private void Collect(ReadOnlySpan<char> word, List<int> found)
    {
        if (whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
            found.Add(number);
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        var most = word.Length >= StartLength && stemStarts.Contains(Start(word)) ? Math.Min(longest, word.Length) : Math.Min(StartLength - 1, word.Length);
        for (var length = shortest; length <= most; length++)
            if (lookup.TryGetValue(word[..length], out number))
                found.Add(number);
        if (!word.ContainsAny(anyPart.Value))
            return;
        foreach (var (part, atEnd, partNumber) in parts)
            if (atEnd ? word.EndsWith(part, StringComparison.Ordinal) : word.Contains(part, StringComparison.Ordinal))
                found.Add(partNumber);
    }

    /// <summary>The first letters of a word, by which most words are seen to begin with no stem that is longer.</summary>
    private static ulong Start(ReadOnlySpan<char> word) => word[0] | ((ulong)word[1] << 16) | ((ulong)word[2] << 32) | ((ulong)word[3] << 48);

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
