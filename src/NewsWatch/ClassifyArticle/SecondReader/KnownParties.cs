using System.Collections.Frozen;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>The codes of the parties the classifier knows, by <c>Terms/parties.tsv</c>.</summary>
internal static class KnownParties
{
    private static readonly FrozenSet<string> Codes = Read();

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> All => Codes;

    /// <summary>True for a known code, in capitals.</summary>
    public static bool Contains(string code) => Codes.Contains(code);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(KnownParties).Assembly.GetManifestResourceStream("NewsWatch.ClassifyArticle.Terms.parties.tsv")!;
        using var reader = new StreamReader(stream);
        return PartyFile.Read(_ => 0, reader).SelectMany(row => row.Term.Parties).ToFrozenSet(StringComparer.Ordinal);
    }
}
