namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>A text the page states elsewhere (its JSON-LD body, its description), to see how much of a block is in it.</summary>
internal sealed class KnownText
{
    private const int Longest = 3;
    private readonly HashSet<int> runs = [];

    public KnownText(List<int> words)
    {
        for (var length = 1; length <= Longest; length++)
            for (var i = 0; i + length <= words.Count; i++)
                runs.Add(Run(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words).Slice(i, length)));
    }

    /// <summary>Share of the runs of three words (of all words, where it has fewer) that the text has too, 0 to 1.</summary>
    public float Overlap(ReadOnlySpan<int> words)
    {
        if (words.IsEmpty || runs.Count == 0)
            return 0;
        var length = Math.Min(Longest, words.Length);
        var found = 0;
        var all = words.Length - length + 1;
        for (var i = 0; i < all; i++)
            if (runs.Contains(Run(words.Slice(i, length))))
                found++;
        return (float)found / all;
    }

    private static int Run(ReadOnlySpan<int> words)
    {
        var hash = words.Length;
        foreach (var word in words)
            hash = hash * 31 + word;
        return hash;
    }
}
