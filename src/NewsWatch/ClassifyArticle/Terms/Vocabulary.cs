using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>The words that patterns are made of: whole words, stems (<c>ratif*</c>) and parts of compounds (<c>*abkommen*</c>).</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> whole = [];
    private readonly Dictionary<ulong, int> stems = [];
    private readonly Dictionary<uint, List<(string Part, bool AtEnd, int Word)>> parts = [];
    private readonly PlaceSet stemPlaces = new();
    private readonly PlaceSet partPlaces = new();
    private readonly Dictionary<int, (ulong Anchors, ulong Subjects)> anchors = [];
    private readonly ConcurrentBag<WordMemo> memos = [];

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
            AddStem(WordHash.Of(word.TrimEnd('*')), number);
        else
            whole[WordHash.Of(word)] = number;
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
    /// <param name="word">Its folded letters.</param>
    /// <param name="hash">Their hash.</param>
    /// <param name="memo">The caller's own.</param>
    public KnownWord Find(ReadOnlySpan<char> word, ulong hash, WordMemo memo)
    {
        var known = LookUp(word);
        memo.Keep(hash, known);
        return known;
    }

    private KnownWord LookUp(ReadOnlySpan<char> word)
    {
        List<int>? found = null;
        Collect(word, ref found);
        if (word.Length > 3 && Folding.IsArabic(word[0]))
            foreach (var bare in ArabicClitics.Strip(word.ToString()))
                Collect(bare, ref found);
        if (found is null)
            return KnownWord.Unknown;
        var (agreement, subject) = (0UL, 0UL);
        foreach (var number in found)
            if (anchors.TryGetValue(number, out var bits))
                (agreement, subject) = (agreement | bits.Anchors, subject | bits.Subjects);
        return new([.. found], agreement, subject);
    }

    private void Collect(ReadOnlySpan<char> word, ref List<int>? found)
    {
        var hash = WordHash.Seed;
        foreach (var letter in word)
        {
            hash = WordHash.Add(hash, letter);
            if (stemPlaces.MayHave(hash) && stems.TryGetValue(hash, out var stem))
                (found ??= []).Add(stem);
        }

        if (whole.TryGetValue(hash, out var number))
            (found ??= []).Add(number);
        for (var at = 0; at + 1 < word.Length; at++)
            if (partPlaces.MayHave(Two(word[at..])) && parts.TryGetValue(Two(word[at..]), out var beginning))
                foreach (var (part, atEnd, partNumber) in beginning)
                    if (word[at..].StartsWith(part, StringComparison.Ordinal) && (!atEnd || at + part.Length == word.Length) && found?.Contains(partNumber) != true)
                        (found ??= []).Add(partNumber);
    }

    private void AddStem(ulong hash, int number)
    {
        stems[hash] = number;
        stemPlaces.Add(hash);
    }

    private void AddPart(string part, bool atEnd, int number)
    {
        if (part.Length < 2)
            throw new FormatException($"'*{part}' is too short for a part of compounds: it stands in too many words");
        (CollectionsMarshal.GetValueRefOrAddDefault(parts, Two(part), out _) ??= []).Add((part, atEnd, number));
        partPlaces.Add(Two(part));
    }

    private static uint Two(ReadOnlySpan<char> word) => word[0] | ((uint)word[1] << 16);

    /// <summary>Tells of most hashes that they are not in a set, with one look.</summary>
    private sealed class PlaceSet
    {
        private const int Places = 1 << 16;

        private readonly ulong[] bits = new ulong[Places / 64];

        public void Add(ulong hash) => bits[Word(hash)] |= Bit(hash);

        public bool MayHave(ulong hash) => (bits[Word(hash)] & Bit(hash)) != 0;

        private static int Word(ulong hash) => WordHash.Place(hash * 0x9E3779B97F4A7C15, Places) / 64;

        private static ulong Bit(ulong hash) => 1UL << (WordHash.Place(hash * 0x9E3779B97F4A7C15, Places) % 64);
    }
}
