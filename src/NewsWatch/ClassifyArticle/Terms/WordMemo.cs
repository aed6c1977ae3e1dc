namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Words looked up lately, in a table small enough for a processor's own memory: a word that falls on another's place takes it. For one thread at
/// a time.
/// </summary>
internal sealed class WordMemo
{
    private const int Places = 1 << 15;

    private readonly Entry[] entries = new Entry[Places];

    /// <summary>What is remembered of the word with this hash; null where nothing is.</summary>
    public KnownWord? Find(ulong hash)
    {
        ref readonly var entry = ref entries[WordHash.Place(hash, Places)];
        return entry.Hash == hash ? entry.Known : null;
    }

    /// <summary>Remembers the word.</summary>
    public void Keep(ulong hash, KnownWord known) => entries[WordHash.Place(hash, Places)] = new(hash, known);

    private readonly record struct Entry(ulong Hash, KnownWord? Known);
}
