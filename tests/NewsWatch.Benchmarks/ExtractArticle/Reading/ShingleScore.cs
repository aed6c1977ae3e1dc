using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>
/// The measure of the article-extraction benchmark: multisets of runs of four words, counts divided by their sum per page,
/// precision and recall averaged over pages, F1 of the two averages.
/// </summary>
internal static class ShingleScore
{
    private const int Run = 4;

    /// <summary>Runs of letters, digits and underscores, as ids of <paramref name="vocabulary"/>.</summary>
    public static List<int> Words(ReadOnlySpan<char> text, Dictionary<string, int> vocabulary)
    {
        var words = new List<int>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_')
                word.Append(rune.ToString());
            else
                End();
        }
        End();
        return words;

        void End()
        {
            if (word.Length == 0)
                return;
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(vocabulary, word.ToString(), out var known);
            if (!known)
                id = vocabulary.Count;
            words.Add(id);
            word.Clear();
        }
    }

    /// <summary>Each run with how often it occurs.</summary>
    public static Dictionary<(int, int, int, int), int> Count(List<int> words)
    {
        var counts = new Dictionary<(int, int, int, int), int>();
        for (var i = 0; i < Math.Max(Math.Min(1, words.Count), words.Count - Run + 1); i++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (At(i), At(i + 1), At(i + 2), At(i + 3)), out _)++;
        return counts;

        int At(int i) => i < words.Count ? words[i] : 0;
    }

    /// <summary>Runs in both, in what was found only, and in what is right only.</summary>
    public static (int Both, int Extra, int Missed) Compare(
        Dictionary<(int, int, int, int), int> right, Dictionary<(int, int, int, int), int> found)
    {
        var both = 0;
        foreach (var (run, count) in found)
            both += Math.Min(count, right.GetValueOrDefault(run));
        return (both, found.Values.Sum() - both, right.Values.Sum() - both);
    }

    /// <summary>F1 of one page.</summary>
    public static double F1((int Both, int Extra, int Missed) match)
        => match is (_, 0, 0) ? 1 : 2.0 * match.Both / (2 * match.Both + match.Extra + match.Missed);

    /// <summary>F1, precision and recall over pages.</summary>
    public static (double F1, double Precision, double Recall) Over(IEnumerable<(int Both, int Extra, int Missed)> matches)
    {
        double precision = 0, recall = 0;
        int found = 0, right = 0;
        foreach (var (both, extra, missed) in matches)
        {
            if (both + extra > 0)
            {
                precision += (double)both / (both + extra);
                found++;
            }
            if (both + missed > 0)
            {
                recall += (double)both / (both + missed);
                right++;
            }
        }
        precision /= Math.Max(1, found);
        recall /= Math.Max(1, right);
        return (2 * precision * recall / Math.Max(1e-9, precision + recall), precision, recall);
    }
}
