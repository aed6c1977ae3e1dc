using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Title and text as the phases see them.</summary>
/// <param name="input">What was given.</param>
/// <param name="tokens">Words of title and text in one row.</param>
/// <param name="sentences">Sentences in order; the title's come first.</param>
/// <param name="titleSentences">How many of them are the title's.</param>
/// <param name="bodyStart">Where in the text reading began, past a repeated title.</param>
/// <param name="titleRepeated">True where the text begins with the title.</param>
internal sealed class ReadText(
    ClassifierInput input, Token[] tokens, Sentence[] sentences, int titleSentences, int bodyStart, bool titleRepeated)
{
    private List<Hit>[] hits = [];

    /// <summary>Words of title and text in one row.</summary>
    public Token[] Tokens => tokens;

    /// <summary>Sentences in order; the title's come first.</summary>
    public Sentence[] Sentences => sentences;

    /// <summary>How many sentences are the title's.</summary>
    public int TitleSentences => titleSentences;

    /// <summary>When it was published; null where unknown.</summary>
    public DateTimeOffset? Published => input.Published;

    /// <summary>Bits of the languages it is read in.</summary>
    public ulong Languages { get; init; }

    /// <summary>The small words by which a language is known; null where none are at hand.</summary>
    public PhraseMatcher? SmallWords { get; init; }

    /// <summary>Terms found in a sentence, by their place.</summary>
    public List<Hit> HitsOf(int sentence) => hits[sentence];

    /// <summary>True for a sentence of the title.</summary>
    public bool IsTitle(int sentence) => sentence < titleSentences;

    /// <summary>True for a small word of the text's languages: an article, a preposition, a pronoun.</summary>
    public bool IsSmallWord(int token)
    {
        var found = new List<Hit>();
        SmallWords?.MatchAt(tokens.AsSpan(token, 1), 0, Languages, found);
        return found.Count > 0;
    }

    /// <summary>Matches terms against every sentence.</summary>
    public void Find(PhraseMatcher matcher)
    {
        hits = new List<Hit>[sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
            hits[i] = HitSelection.Select(FindIn(matcher, sentences[i]), this);
    }

    /// <summary>What others hide of the terms found in a sentence.</summary>
    public List<HiddenHit> HiddenIn(int sentence, PhraseMatcher matcher)
    {
        var hidden = new List<HiddenHit>();
        HitSelection.Select(FindIn(matcher, sentences[sentence]), this, hidden);
        return hidden;
    }

    /// <summary>The words of a run of tokens as written.</summary>
    public string Words(int first, int end)
    {
        var (start, stop) = (tokens[first].Start, tokens[end - 1].End);
        return start < input.Title.Length ? input.Title[start..Math.Min(stop, input.Title.Length)] : input.Text[InText(start)..InText(stop)];
    }

    /// <summary>The character right before or after a run of tokens; a space at an end.</summary>
    public char At(int offset)
    {
        if (offset < 0)
            return ' ';
        if (offset < input.Title.Length)
            return input.Title[offset];
        var at = InText(offset);
        return offset > input.Title.Length && at < input.Text.Length ? input.Text[at] : ' ';
    }

    /// <summary>A run of tokens as evidence.</summary>
    public Evidence Evidence(int first, int end, string rule)
    {
        var (start, stop) = (tokens[first].Start, tokens[end - 1].End);
        if (start > input.Title.Length)
            return new(InText(start), InText(stop), rule);
        if (!titleRepeated)
            return new(start, stop, rule) { InTitle = true };
        var shift = bodyStart - input.Title.AsSpan().TrimEnd().Length;
        return new(start + shift, stop + shift, rule);
    }

    private int InText(int offset) => offset - input.Title.Length - 1 + bodyStart;

    private List<Hit> FindIn(PhraseMatcher matcher, Sentence sentence)
    {
        var found = new List<Hit>();
        var words = tokens.AsSpan(sentence.First, sentence.End - sentence.First);
        for (var at = 0; at < words.Length; at++)
            if (words[at].Word.Numbers.Length > 0)
                matcher.MatchAt(words, at, Languages, found);
        for (var i = 0; i < found.Count; i++)
            found[i] = found[i] with { First = found[i].First + sentence.First, End = found[i].End + sentence.First };
        return found;
    }
}
