using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>A page's table and which of its blocks make up the right text.</summary>
internal sealed class LabelledPage
{
    private readonly List<int>[] words;
    private readonly Dictionary<(int, int, int, int), int> right;

    public LabelledPage(GoldPage gold)
    {
        Gold = gold;
        var (facts, refusal) = PageReader.Prepare(File.ReadAllText(gold.File), gold.Address);
        (Map, Context) = facts is null ? throw new InvalidOperationException($"{gold.Id}: {refusal}") : (facts.Map, facts.Context);
        Table = BlockFeatures.Of(Map, Context);
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var goldWords = ShingleScore.Words(gold.Text, vocabulary);
        right = ShingleScore.Count(goldWords);
        GoldWords = goldWords.Count;
        words = [.. Map.Blocks.Select(block => ShingleScore.Words(Map.TextOf(block), vocabulary))];
        Labels = Label(goldWords);
        Weights = [.. words.Select(block => (block.Count + 1f) / (GoldWords + 30f))];
    }

    public GoldPage Gold { get; }

    public PageMap Map { get; }

    public PageContext Context { get; }

    public FeatureTable Table { get; }

    public bool[] Labels { get; }

    /// <summary>What a block's verdict is worth: its part of the right text's length.</summary>
    public float[] Weights { get; }

    public int GoldWords { get; }

    /// <summary>Scores a choice of blocks.</summary>
    public (int Both, int Extra, int Missed) Score(Func<int, bool> chosen)
    {
        var all = new List<int>();
        for (var i = 0; i < words.Length; i++)
            if (chosen(i))
                all.AddRange(words[i]);
        return ShingleScore.Compare(right, ShingleScore.Count(all));
    }

    /// <summary>Long blocks by how much of them is in the right text; then each doubtful block is turned where the page's F1 gains.</summary>
    private bool[] Label(List<int> goldWords)
    {
        var known = goldWords.ToHashSet();
        var labels = new bool[words.Length];
        var doubtful = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var mine = ShingleScore.Compare(right, ShingleScore.Count(words[i]));
            labels[i] = words[i].Count >= 4 && mine.Both > mine.Extra;
            var plain = words[i].Count >= 20 && mine.Extra < mine.Both / 20 && Context.Repeats(i) == 1;
            if (!plain && (mine.Both > 0 || (words[i].Count is > 0 and < 4 && words[i].TrueForAll(known.Contains))))
                doubtful.Add(i);
        }
        for (var round = 0; round < 2; round++)
        {
            var best = ShingleScore.F1(Score(i => labels[i]));
            foreach (var i in doubtful.OrderBy(Support))
            {
                labels[i] = !labels[i];
                var score = ShingleScore.F1(Score(j => labels[j]));
                if (score > best + 1e-9)
                    best = score;
                else
                    labels[i] = !labels[i];
            }
        }
        return labels;

        int Support(int i)
        {
            var sum = 0;
            for (var j = Math.Max(0, i - 4); j <= Math.Min(words.Length - 1, i + 4); j++)
                sum += labels[j] && j != i ? words[j].Count : 0;
            return sum;
        }
    }
}
