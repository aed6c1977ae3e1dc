using System.Buffers;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>Words that give away what a short block is for. The rows of <c>phrases.tsv</c>; a feature among many, never a verdict.</summary>
internal static class Phrases
{
    /// <summary>Longer blocks say such things in passing.</summary>
    private const int MaxLength = 240;

    private static readonly (Feature Feature, SearchValues<string> Words)[] Kinds =
    [
        .. DataRows.Read("phrases.tsv")
            .GroupBy(row => Enum.Parse<Feature>(row[0]), row => row[1].Split('|'))
            .Select(kind => (kind.Key, SearchValues.Create([.. kind.SelectMany(words => words)], StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>Sets the <c>Says…</c> columns of one block.</summary>
    public static void Mark(FeatureTable table, int row, ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return;
        foreach (var (feature, words) in Kinds)
            if (text.ContainsAny(words))
                table.Set(row, feature, true);
    }
}
