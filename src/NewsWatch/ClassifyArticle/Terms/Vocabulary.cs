using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The words that patterns are made of, as they are gathered: whole words, stems (<c>ratif*</c>) and parts of compounds (<c>*abkommen*</c>). Each has
/// a number; texts are looked up in the compiled form, <see cref="WordTable"/>.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly LetterTree words = new();
    private readonly LetterTree parts = new();
    private readonly List<WordAnchors> anchors = [];

    /// <summary>How many words it has; their numbers are below.</summary>
    public int Count => numbers.Count;

    /// <summary>Number of the word, given one if it is new. It is folded, with a star where more letters may follow or precede.</summary>
    /// <exception cref="FormatException">It is a part of a word with a single letter.</exception>
    public int Add(string word)
    {
        if (numbers.TryGetValue(word, out var known))
            return known;
        var number = numbers[word] = numbers.Count;
        anchors.Add(default);
        var letters = word.Trim('*');
        var (whole, stem) = word.EndsWith('*') ? (0, number + 1) : (number + 1, 0);
        if (!word.StartsWith('*'))
            words.Add(letters, whole, stem);
        else if (letters.Length < 2)
            throw new FormatException($"'*{letters}' is too short for a part of compounds: it stands in too many words");
        else
            parts.Add(letters, whole, stem);
        return number;
    }

    /// <summary>Marks a word as one that a pattern for an agreement, or for its subject, cannot match without, in some languages.</summary>
    public void Anchor(string word, ulong languages, bool isSubject)
    {
        var number = Add(word);
        var (agreement, subject) = anchors[number];
        anchors[number] = isSubject ? new(agreement, subject | languages) : new(agreement | languages, subject);
    }

    /// <summary>Writes what it has in the form that texts are looked up in.</summary>
    public void Write(TableWriter tables)
    {
        tables.Add<LetterNode>(words.Compile());
        tables.Add<LetterNode>(parts.Compile());
        tables.Add<WordAnchors>(anchors.ToArray());
    }
}
