namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>Arabic writes "and", "with", "for", "as" and the article onto the word that follows; a pattern gives the bare word.</summary>
internal static class ArabicClitics
{
    /// <summary>What may be written onto a word.</summary>
    public static ReadOnlySpan<string> Prefixes => All;

    /// <summary>What a (folded) word is without one of them; empty where it does not begin with it, or is too short to.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word, string prefix)
        => word.Length > prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal) ? word[prefix.Length..] : [];

    private static readonly string[] All =
        ["ال", "و", "ف", "ب", "ل", "ك", "لل", "وال", "فال", "بال", "كال", "ولل", "وبال", "وب", "ول", "فب", "فل"];
}
