namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>
/// Phrases of several kinds, looked for in one pass over a text, without regard to case: at each place only the phrases that begin with
/// its two characters are compared. A search for each kind took longer than all else that is asked about a block.
/// </summary>
internal sealed class PhraseIndex
{
    /// <summary>A power of two well above the number of phrases.</summary>
    private const int Buckets = 4096;

    private readonly (string Phrase, uint Kind)[]?[] buckets;
    private readonly (char Phrase, uint Kind)[] single;
    private readonly uint kinds;

    /// <param name="phrases">Phrases, and the number of each one's kind, 0 to 31.</param>
    public PhraseIndex(IEnumerable<(string Phrase, int Kind)> phrases)
    {
        var folded = phrases.Select(phrase => (Phrase: phrase.Phrase.ToUpperInvariant(), Kind: 1u << phrase.Kind)).ToList();
        kinds = folded.Aggregate(0u, (all, phrase) => all | phrase.Kind);
        single = [.. folded.Where(phrase => phrase.Phrase.Length == 1).Select(phrase => (phrase.Phrase[0], phrase.Kind))];
        buckets = new (string, uint)[]?[Buckets];
        var longer = folded.Where(phrase => phrase.Phrase.Length > 1);
        foreach (var bucket in longer.GroupBy(phrase => Bucket(phrase.Phrase[0], phrase.Phrase[1])))
            buckets[bucket.Key] = [.. bucket];
    }

    /// <summary>The kinds of which the text holds a phrase, a bit each.</summary>
    /// <param name="upper">In capitals of the invariant culture.</param>
    public uint In(ReadOnlySpan<char> upper)
    {
        var found = 0u;
        foreach (var (phrase, kind) in single)
            if (upper.Contains(phrase))
                found |= kind;
        for (var at = 0; at + 1 < upper.Length && found != kinds; at++)
        {
            if (buckets[Bucket(upper[at], upper[at + 1])] is not { } bucket)
                continue;
            foreach (var (phrase, kind) in bucket)
                if ((found & kind) == 0 && upper[at..].StartsWith(phrase))
                    found |= kind;
        }
        return found;
    }

    private static int Bucket(char first, char second) => (first * 67 + second) & (Buckets - 1);
}
