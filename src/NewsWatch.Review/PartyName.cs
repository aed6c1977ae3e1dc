using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Review;

/// <summary>Names of parties for readers who do not know the codes.</summary>
internal static class PartyName
{
    private static readonly FrozenDictionary<string, string> Organisations = new Dictionary<string, string>
    {
        ["ASEAN"] = "Association of Southeast Asian Nations",
        ["EU"] = "European Union",
        ["NATO"] = "North Atlantic Treaty Organization",
        ["UN"] = "United Nations",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The English name; the code itself where the system knows none.</summary>
    public static string Of(string code)
    {
        if (Organisations.TryGetValue(code, out var name))
            return name;
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
