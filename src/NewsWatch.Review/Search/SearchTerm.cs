namespace NewsWatch.Review.Search;

/// <summary>One thing searched for in title and text.</summary>
/// <param name="Words">The folded words that must stand side by side; one for a single word.</param>
/// <param name="IsPrefix">True where the last word may go on: <c>agree*</c>.</param>
/// <param name="Excludes">True where what has it is left out: <c>-exercise</c>.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix, bool Excludes)
{
    /// <summary>The term as FTS5 has it. Words are letters and digits only, and quoted: nothing in them can be syntax.</summary>
    public string Match => $"\"{string.Join(' ', Words)}\"{(IsPrefix ? " *" : "")}";

    /// <summary>True where the term stands at a word of a text.</summary>
    public bool StandsAt(IReadOnlyList<SearchWord> text, int at)
    {
        if (at + Words.Count > text.Count)
            return false;
        for (var word = 0; word < Words.Count; word++)
        {
            var found = text[at + word].Text;
            var fits = IsPrefix && word == Words.Count - 1
                ? found.StartsWith(Words[word], StringComparison.Ordinal)
                : found == Words[word];
            if (!fits)
                return false;
        }
        return true;
    }
}
