using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>Single words for an agreement, of every language: treaty, pact, declaration, Abkommen, ACSA.</summary>
internal sealed class AgreementWords
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly List<string> stems = [];
    private readonly List<string> parts = [];

    private AgreementWords()
    {
    }

    /// <summary>The words that stand alone as nouns or acronyms in the term files.</summary>
    public static AgreementWords Of(IEnumerable<(Term Term, IReadOnlyList<PatternElement> Pattern)> terms)
    {
        var words = new AgreementWords();
        foreach (var (term, pattern) in terms)
            if (term.Kind is TermKind.Noun or TermKind.LooseNoun or TermKind.Acronym)
                words.Add(pattern);
        return words;
    }

    /// <summary>True for a word for an agreement, as written.</summary>
    public bool Has(string word)
    {
        var folded = Folding.Fold(word);
        return whole.Contains(folded)
            || stems.Exists(stem => folded.StartsWith(stem, StringComparison.Ordinal))
            || parts.Exists(part => folded.Contains(part, StringComparison.Ordinal));
    }

    private void Add(IReadOnlyList<PatternElement> row)
    {
        if (row is [WordElement { Word: var word }])
            if (word.StartsWith('*'))
                parts.Add(word.Trim('*'));
            else if (word.EndsWith('*'))
                stems.Add(word.TrimEnd('*'));
            else
                whole.Add(word);
        else if (row is [ChoiceElement choice])
            foreach (var option in choice.Rows)
                Add(option);
    }
}
