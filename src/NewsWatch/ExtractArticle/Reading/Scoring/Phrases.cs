using System.Numerics;
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

    /// <summary>With the spaces around them: "by " is not in "bylaws".</summary>
    private static readonly ILookup<Feature, string> All = DataTable.Read("NewsWatch.ExtractArticle.Reading.phrases.tsv")
        .SelectMany(row => row[1].Split('|'), (row, phrase) => (Feature: row.Name<Feature>(0), phrase))
        .ToLookup(row => row.Feature, row => row.phrase);

    private static readonly Feature[] Kinds = [.. All.Select(kind => kind.Key)];

    private static readonly PhraseIndex Index = new(Kinds.SelectMany((kind, number) => All[kind].Select(phrase => (phrase, number))));

    /// <summary>True where a phrase of the kind is all the text says.</summary>
    public static bool IsWhole(Feature kind, ReadOnlySpan<char> text)
    {
        if (text.Length > LongestLabel)
            return false;
        foreach (var phrase in All[kind])
            if (text.Equals(phrase.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>True where a text that is short enough has a phrase of one of the kinds.</summary>
    public static bool Has(ReadOnlySpan<Feature> kinds, ReadOnlySpan<char> text)
    {
        for (var found = In(text); found != 0; found &= found - 1)
            if (kinds.Contains(Kinds[BitOperations.TrailingZeroCount(found)]))
                return true;
        return false;
    }

    /// <summary>Sets the <c>Says…</c> columns of one block.</summary>
    public static void Mark(FeatureTable table, int row, ReadOnlySpan<char> text)
    {
        for (var found = In(text); found != 0; found &= found - 1)
            table.Set(row, Kinds[BitOperations.TrailingZeroCount(found)], true);
    }

    /// <summary>The kinds of which the text holds a phrase, a bit each, by their places in <see cref="Kinds"/>.</summary>
    private static uint In(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return 0;
        Span<char> upper = stackalloc char[MaxLength];
        return Index.In(upper[..text.ToUpperInvariant(upper)]);
    }
}
