using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>The words that patterns are made of: whole words, stems (<c>ratif*</c>) and parts of compounds (<c>*abkommen*</c>).</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> shortStems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<(string Stem, int Word)>> stems = [];
    private readonly Dictionary<uint, List<(string Part, bool AtEnd, int Word)>> parts = [];
    private readonly Lazy<SearchValues<string>> anyPart;
    private readonly Dictionary<int, (ulong Anchors, ulong Subjects)> anchors = [];
    private readonly ConcurrentBag<WordMemo> memos = [];

    public Vocabulary() => anyPart = new(() => SearchValues.Create([.. parts.Values.SelectMany(beginning => beginning).Select(part => part.Part)], StringComparison.Ordinal));

    /// <summary>How many words it has; their numbers are below.</summary>
    public int Count => numbers.Count;

    /// <summary>Number of the word, given one if it is new. It is folded, with a star where more letters may follow or precede.</summary>
    /// <exception cref="FormatException">It is a part of a word with a single letter.</exception>
    public int Add(string word)
    {
        if (numbers.TryGetValue(word, out var known))
            return known;
        var number = numbers[word] = numbers.Count;
        if (word.StartsWith('*'))
            AddPart(word.Trim('*'), !word.EndsWith('*'), number);
        else if (word.EndsWith('*'))
            AddStem(word.TrimEnd('*'), number);
        else
            whole[word] = number;
        return number;
    }

    /// <summary>Marks a word as one that a pattern for an agreement, or for its subject, cannot match without, in some languages.</summary>
    public void Anchor(string word, ulong languages, bool isSubject)
    {
        var number = Add(word);
        var (agreement, subject) = anchors.GetValueOrDefault(number);
        anchors[number] = isSubject ? (agreement, subject | languages) : (agreement | languages, subject);
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
        if (found.Count == 0)
            return KnownWord.Unknown;
        var (agreement, subject) = (0UL, 0UL);
        foreach (var number in found)
            if (anchors.TryGetValue(number, out var bits))
                (agreement, subject) = (agreement | bits.Anchors, subject | bits.Subjects);
        return new([.. found], agreement, subject);
    }

    private void Collect(ReadOnlySpan<char> word, List<int> found)
    {
        if (whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
            found.Add(number);
        var beginnings = shortStems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(3, word.Length); length++)
            if (beginnings.TryGetValue(word[..length], out number))
                found.Add(number);
        if (word.Length >= 4 && stems.TryGetValue(Four(word), out var alike))
            foreach (var (stem, stemNumber) in alike)
                if (word.StartsWith(stem, StringComparison.Ordinal))
                    found.Add(stemNumber);
        if (!word.ContainsAny(anyPart.Value))
            return;
        for (var at = 0; at + 1 < word.Length; at++)
            if (parts.TryGetValue(Two(word[at..]), out var beginning))
                foreach (var (part, atEnd, partNumber) in beginning)
                    if (word[at..].StartsWith(part, StringComparison.Ordinal) && (!atEnd || at + part.Length == word.Length) && !found.Contains(partNumber))
                        found.Add(partNumber);
    }

    private void AddStem(string stem, int number)
    {
        if (stem.Length < 4)
            shortStems[stem] = number;
        else
            (CollectionsMarshal.GetValueRefOrAddDefault(stems, Four(stem), out _) ??= []).Add((stem, number));
    }

    private void AddPart(string part, bool atEnd, int number)
    {
        if (part.Length < 2)
            throw new FormatException($"'*{part}' is too short for a part of compounds: it stands in too many words");
        (CollectionsMarshal.GetValueRefOrAddDefault(parts, Two(part), out _) ??= []).Add((part, atEnd, number));
    }

    private static uint Two(ReadOnlySpan<char> word) => word[0] | ((uint)word[1] << 16);

    private static ulong Four(ReadOnlySpan<char> word) => Two(word) | ((ulong)Two(word[2..]) << 32);
}
