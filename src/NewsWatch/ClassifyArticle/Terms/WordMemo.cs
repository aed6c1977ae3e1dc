namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Words looked up lately, in a table of fixed size: a word that falls on another's place takes it. For one thread at a time.
/// </summary>
internal sealed class WordMemo
{
    private const int Places = 1 << 17;

    private readonly Entry[] entries = new Entry[Places];

    /// <summary>What is remembered of the word; null where nothing is.</summary>
    /// <param name="word">Its letters.</param>
    /// <param name="hash">Their hash, spread over all bits.</param>
    public KnownWord? Find(ReadOnlySpan<char> word, uint hash)
    {
        ref readonly var entry = ref entries[hash & (Places - 1)];
        return entry.Hash == hash && word.SequenceEqual(entry.Word) ? entry.Known : null;
    }

    /// <summary>Remembers the word.</summary>
    public void Keep(ReadOnlySpan<char> word, uint hash, KnownWord known)
        => entries[hash & (Places - 1)] = new(word.ToString(), known, hash);

    private readonly record struct Entry(string? Word, KnownWord? Known, uint Hash);
}
