using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Blocks;

/// <summary>Hashes of the words of each block, for comparing texts without making strings.</summary>
internal sealed class WordHashes
{
    private readonly List<int> hashes;
    private readonly int[] starts;

    private WordHashes(List<int> hashes, int[] starts)
    {
        this.hashes = hashes;
        this.starts = starts;
    }

    /// <summary>The words of all blocks of a page.</summary>
    public static WordHashes Of(PageMap map)
    {
        var hashes = new List<int>(map.Text.Length / 5);
        var starts = new int[map.Blocks.Count + 1];
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            starts[i] = hashes.Count;
            Add(map.TextOf(map.Blocks[i]), hashes);
        }
        starts[^1] = hashes.Count;
        return new(hashes, starts);
    }

    /// <summary>The words of one block.</summary>
    public ReadOnlySpan<int> this[int block]
        => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hashes)[starts[block]..starts[block + 1]];

    /// <summary>The words of a text.</summary>
    public static List<int> Of(ReadOnlySpan<char> text)
    {
        var hashes = new List<int>(text.Length / 5);
        Add(text, hashes);
        return hashes;
    }

    private static void Add(ReadOnlySpan<char> text, List<int> hashes)
    {
        const uint offset = 2166136261, prime = 16777619;
        var hash = offset;
        var inWord = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * prime;
                inWord = true;
                continue;
            }
            if (inWord)
                hashes.Add((int)hash);
            hash = offset;
            inWord = false;
        }
        if (inWord)
            hashes.Add((int)hash);
    }
}
