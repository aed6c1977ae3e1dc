namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Questions to short lists of parties' codes, asked so often that a delegate or an enumerator for each would be much of a reading's memory.</summary>
internal static class CodeList
{
    /// <summary>True where a code is among these.</summary>
    public static bool Has(this IReadOnlyList<string> codes, string code)
    {
        for (var at = 0; at < codes.Count; at++)
            if (string.Equals(codes[at], code, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>How many of the others are among these.</summary>
    public static int CountOf(this IReadOnlyList<string> codes, IReadOnlyList<string> others)
    {
        var count = 0;
        for (var at = 0; at < others.Count; at++)
            if (codes.Has(others[at]))
                count++;
        return count;
    }

    /// <summary>True where all of the others are among these.</summary>
    public static bool HasAll(this IReadOnlyList<string> codes, IReadOnlyList<string> others) => codes.CountOf(others) == others.Count;

    /// <summary>True where one of the others is among these.</summary>
    public static bool HasAny(this IReadOnlyList<string> codes, IReadOnlyList<string> others) => codes.CountOf(others) > 0;

    /// <summary>True where both are of the same parties, in whatever order; neither names one twice.</summary>
    public static bool IsSameAs(this IReadOnlyList<string> codes, IReadOnlyList<string> others) => codes.Count == others.Count && codes.HasAll(others);
}
