using System.Buffers;
using System.Collections.Frozen;

namespace NewsWatch.ExtractArticle.Reading.Kinds;

/// <summary>What pages say that stand in an article's stead: the rows of <c>wall-phrases.tsv</c>.</summary>
internal static class WallPhrases
{
    private static readonly FrozenDictionary<PageKind, SearchValues<string>> Anywhere = Of("anywhere");
    private static readonly FrozenDictionary<PageKind, SearchValues<string>> InTitle = Of("title");

    /// <summary>True where the text has a phrase of such pages.</summary>
    public static bool In(PageKind kind, ReadOnlySpan<char> text) => text.ContainsAny(Anywhere[kind]);

    /// <summary>True where a title has a phrase of the titles of such pages, or any other phrase of them.</summary>
    public static bool Title(PageKind kind, ReadOnlySpan<char> title)
        => (InTitle.TryGetValue(kind, out var phrases) && title.ContainsAny(phrases)) || In(kind, title);

    private static FrozenDictionary<PageKind, SearchValues<string>> Of(string place) => DataRows.Read("wall-phrases.tsv")
        .Where(row => row[1] == place)
        .ToFrozenDictionary(
            row => Enum.Parse<PageKind>(row[0]),
            row => SearchValues.Create(row[2].Split('|'), StringComparison.OrdinalIgnoreCase));
}
