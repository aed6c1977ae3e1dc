using System.Collections.Frozen;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>The codes of the parties the classifier knows.</summary>
internal static class KnownParties
{
    private static readonly FrozenSet<string> Codes = AgreementLexicon.Default.Parties.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> All => Codes;

    /// <summary>True for a known code, in capitals.</summary>
    public static bool Contains(string code) => Codes.Contains(code);
}
