using System.Buffers;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>
/// Words that give away what a short block is for. The rows of <c>phrases.tsv</c>; a feature among many, never a verdict.
/// </summary>
internal static class Phrases
{
    /// <summary>Longer blocks say such things in passing.</summary>
    private const int MaxLength = 240;

    /// <summary>Characters of a label at most.</summary>
    private const int LongestLabel = 30;

    private static readonly (Feature Feature, SearchValues<string> Words)[] Kinds =
    [
        .. DataTable.Read("NewsWatch.ExtractArticle.Reading.phrases.tsv")
            .GroupBy(row => Enum.Parse<Feature>(row[0]), row => row[1].Split('|'))
            .Select(kind => (kind.Key, SearchValues.Create([.. kind.SelectMany(words => words)], StringComparison.OrdinalIgnoreCase))),
    ];

    private static readonly ILookup<Feature, string> All = DataTable.Read("NewsWatch.ExtractArticle.Reading.phrases.tsv")
        .SelectMany(row => row.Words(1, '|'), (row, phrase) => (Feature: row.Name<Feature>(0), phrase))
        .ToLookup(row => row.Feature, row => row.phrase);

    /// <summary>True where a phrase of the kind is all the text says.</summary>
    public static bool IsWhole(Feature kind, ReadOnlySpan<char> text)
    {
        if (text.Length > LongestLabel)
            return false;
        foreach (var phrase in All[kind])
            if (text.Equals(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

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
