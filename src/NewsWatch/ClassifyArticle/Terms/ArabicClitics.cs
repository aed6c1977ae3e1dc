namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>Arabic writes "and", "with", "for", "as" and the article onto the word that follows; a pattern gives the bare word.</summary>
internal static class ArabicClitics
{
    /// <summary>What the (folded) word may be without them, the word itself left out.</summary>
    public static IEnumerable<string> Strip(string word)
    {
        foreach (var prefix in Prefixes)
            if (word.Length > prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal))
                yield return word[prefix.Length..];
    }

    private static readonly string[] Prefixes =
        ["ال", "و", "ف", "ب", "ل", "ك", "لل", "وال", "فال", "بال", "كال", "ولل", "وبال", "وب", "ول", "فب", "فل"];
}
