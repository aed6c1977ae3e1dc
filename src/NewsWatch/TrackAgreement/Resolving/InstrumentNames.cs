using System.Collections.Frozen;
using NewsWatch.Text.Tables;

namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>What the name that a text gives an instrument says of which one it is.</summary>
internal static class InstrumentNames
{
    private const int MostWords = 14;
    private const string Quotes = "\"'“”«»„";

    private const string NounCapitals = "de";

    private static readonly FrozenSet<string> Common = ReadCommon();

    private static readonly Lazy<FrozenSet<string>> OfKnown = new(() => KnownAgreements.Table.All
        .SelectMany(known => known.AllNames)
        .SelectMany(name => Distinctive(name, null))
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>
    /// Words that only this instrument's name has, in lower case: of "Trinity House Agreement" <c>trinity</c> and <c>house</c>, of
    /// "Reciprocal Access Agreement" none. Of scripts without capitals none, and of German, where every noun has one, only those that a
    /// known agreement's name has.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">BCP 47 primary language of the text; null where unknown.</param>
    public static IReadOnlyList<string> Distinctive(string name, string? language)
        => [.. name.Split([' ', '-', '–', '/', '\u00a0', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim([.. Quotes, '(', ')', '.', ':', '’']))
            .Where(word => word.Length >= 4 && char.IsUpper(word[0]) && word.Any(char.IsLower) && word.All(letter => letter < '\u0250' && char.IsLetter(letter)))
            .Select(word => word.ToLowerInvariant())
            .Where(word => !IsCommon(word) && (language != NounCapitals || OfKnown.Value.Contains(word)))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The name as a clean noun phrase: without quotes, brackets that do not close, an article before it or white space; null where it is
    /// none, as a word that stands for any agreement or a piece of a sentence.
    /// </summary>
    public static string? Clean(string name)
    {
        var clean = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', ',', ';', ':', ' ', '-', '–');
        // A quote around all of it goes, or one that does not close; a pair within belongs to the name.
        if (clean.Trim([.. Quotes]) is var bare && !bare.Any(letter => Quotes.Contains(letter)))
            clean = bare;
        foreach (var article in new[] { "the ", "The ", "a ", "A ", "an ", "An ", "its ", "their ", "this ", "that " })
            if (clean.StartsWith(article, StringComparison.Ordinal))
                clean = clean[article.Length..];
        if (clean.Count(letter => letter is '(' or '（') != clean.Count(letter => letter is ')' or '）'))
            clean = clean.Split('(', '（')[0].Trim();
        var words = clean.Split(' ');
        return clean.Length < 3 || words.Length > MostWords || (words.Length == 1 && IsBare(clean)) ? null : clean;
    }

    /// <summary>A bare word for any agreement, with which nothing is named: "pact", "Abkommen".</summary>
    private static bool IsBare(string word) => word.Any(char.IsLower) && IsCommon(word.ToLowerInvariant());

    private static bool IsCommon(string word)
        => Common.Contains(word) || (word.EndsWith('s') && Common.Contains(word[..^1]));

    private static FrozenSet<string> ReadCommon()
    {
        var words = DataTable.Read("NewsWatch.TrackAgreement.Resolving.common-words.txt", 1)
            .SelectMany(row => row.Words(0))
            .ToHashSet(StringComparer.Ordinal);
        // A party's name tells of the pair, not of the instrument.
        foreach (var party in PartyTable.All)
            words.UnionWith(party.Name.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
