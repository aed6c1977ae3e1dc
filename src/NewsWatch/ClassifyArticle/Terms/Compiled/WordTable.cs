using System.Collections.Concurrent;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>The words of the patterns as texts are looked up in them; see <see cref="Vocabulary"/>. Safe for concurrent use.</summary>
internal sealed class WordTable(TableReader tables)
{
    private const int FewChildren = 8;

    /// <summary>Whole words and stems, walked from a word's first letter.</summary>
    private readonly Table<LetterNode> words = tables.Next<LetterNode>();

    /// <summary>Parts of compounds, walked from each letter: a whole one ends where the word ends, a stem anywhere.</summary>
    private readonly Table<LetterNode> parts = tables.Next<LetterNode>();
    private readonly Table<WordAnchors> anchors = tables.Next<WordAnchors>();
    private readonly ConcurrentBag<WordMemo> memos = [];

    /// <summary>Words looked up lately, for the caller alone until it gives them back.</summary>
    public WordMemo Borrow() => memos.TryTake(out var memo) ? memo : new();

    /// <summary>Takes back what was borrowed.</summary>
    public void Return(WordMemo memo) => memos.Add(memo);

    /// <summary>What this word of a text is known as, which <paramref name="memo"/> then remembers.</summary>
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
            foreach (var prefix in ArabicClitics.Prefixes)
                if (ArabicClitics.Strip(word, prefix) is { Length: > 0 } bare)
                    Collect(bare, ref found);
        if (found is null)
            return KnownWord.Unknown;
        var (agreement, subject) = (0UL, 0UL);
        foreach (var number in found)
            (agreement, subject) = (agreement | anchors[number].Agreement, subject | anchors[number].Subject);
        return new([.. found], agreement, subject);
    }

    private void Collect(ReadOnlySpan<char> word, ref List<int>? found)
    {
        Walk(words, word, ref found);
        for (var at = 0; at + 1 < word.Length; at++)
            Walk(parts, word[at..], ref found);
    }

    private static void Walk(Table<LetterNode> tree, ReadOnlySpan<char> letters, ref List<int>? found)
    {
        var node = 0;
        foreach (var letter in letters)
        {
            if ((node = Child(tree, tree[node], letter)) < 0)
                return;
            Note(tree[node].Stem, ref found);
        }

        Note(tree[node].Whole, ref found);
    }

    private static void Note(int numberAndOne, ref List<int>? found)
    {
        if (numberAndOne > 0 && found?.Contains(numberAndOne - 1) != true)
            (found ??= []).Add(numberAndOne - 1);
    }

    /// <summary>The child that a letter leads to; -1 where there is none.</summary>
    private static int Child(Table<LetterNode> tree, in LetterNode node, char letter)
    {
        var children = tree.All.Slice(node.First, node.Children);
        var (low, high) = (0, children.Length);
        while (high - low > FewChildren)
        {
            var middle = (low + high) / 2;
            if (children[middle].Letter < letter)
                low = middle + 1;
            else
                high = middle + 1;
        }

        for (; low < high; low++)
            if (children[low].Letter == letter)
                return node.First + low;
        return -1;
    }
}

/// <summary>What cannot be found without a word.</summary>
/// <param name="Agreement">Bits of the languages in which a pattern for an agreement cannot match without it.</param>
/// <param name="Subject">The same of patterns for what makes it one of defence.</param>
internal readonly record struct WordAnchors(ulong Agreement, ulong Subject);
