using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Title and text as the phases see them. Its words stand in lists that are lent to it, and go back when it is disposed of.</summary>
/// <param name="input">What was given.</param>
/// <param name="buffers">Words of title and text in one row, and its sentences, the title's first; terms are noted beside them.</param>
/// <param name="titleSentences">How many of the sentences are the title's.</param>
/// <param name="bodyStart">Where in the text reading began, past a repeated title.</param>
/// <param name="titleRepeated">True where the text begins with the title.</param>
internal sealed class ReadText(ClassifierInput input, ReadingBuffers buffers, int titleSentences, int bodyStart, bool titleRepeated) : IDisposable
{
    private bool isDisposed;

    /// <summary>What was lent to it.</summary>
    public ReadingBuffers Buffers => buffers;

    /// <summary>Words of title and text in one row.</summary>
    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(buffers.Tokens);

    /// <summary>Sentences in order; the title's come first.</summary>
    public ReadOnlySpan<Sentence> Sentences => CollectionsMarshal.AsSpan(buffers.Sentences);

    /// <summary>How many sentences are the title's.</summary>
    public int TitleSentences => titleSentences;

    /// <summary>When it was published; null where unknown.</summary>
    public DateTimeOffset? Published => input.Published;

    /// <summary>Bits of the languages it is read in.</summary>
    public ulong Languages { get; init; }

    /// <summary>The small words by which a language is known; null where none are at hand.</summary>
    public PhraseMatcher? SmallWords { get; init; }

    /// <summary>Terms found in a sentence, by their place.</summary>
    public ReadOnlySpan<Hit> HitsOf(int sentence)
    {
        var (first, end) = buffers.HitsOf[sentence];
        return CollectionsMarshal.AsSpan(buffers.Hits)[first..end];
    }

    /// <summary>True for a sentence with a term of this kind.</summary>
    public bool Has(int sentence, TermKind kind)
    {
        foreach (ref readonly var hit in HitsOf(sentence))
            if (hit.Term.Kind == kind)
                return true;
        return false;
    }

    /// <summary>True for a sentence of the title.</summary>
    public bool IsTitle(int sentence) => sentence < titleSentences;

    /// <summary>True for a sentence that a question mark ends, right or behind a space or a quotation mark.</summary>
    public bool IsQuestion(int sentence)
    {
        const int farthest = 3;
        var end = Tokens[Sentences[sentence].End - 1].End;
        for (var at = end; at < end + farthest; at++)
            if (At(at) is '?' or '？' or '؟' or '\u037E')
                return true;
            else if (char.IsLetterOrDigit(At(at)) || At(at) == '\n')
                return false;
        return false;
    }

    /// <summary>True for a small word of the text's languages: an article, a preposition, a pronoun.</summary>
    public bool IsSmallWord(int token)
    {
        buffers.Found.Clear();
        SmallWords?.MatchAt(Tokens.Slice(token, 1), 0, Languages, buffers.Found);
        return buffers.Found.Count > 0;
    }

    /// <summary>Matches terms against every sentence.</summary>
    public void Find(PhraseMatcher matcher)
    {
        buffers.ClearHits();
        for (var sentence = 0; sentence < Sentences.Length; sentence++)
            FindIn(sentence, matcher);
    }

    /// <summary>Matches terms against one sentence; those before it that were not matched have none.</summary>
    public void FindIn(int sentence, PhraseMatcher matcher)
    {
        Match(matcher, Sentences[sentence]);
        HitSelection.Select(buffers.Found, this, buffers.Kept);
        while (buffers.HitsOf.Count < sentence)
            buffers.HitsOf.Add(default);
        buffers.HitsOf.Add((buffers.Hits.Count, buffers.Hits.Count + buffers.Kept.Count));
        buffers.Hits.AddRange(buffers.Kept);
    }

    /// <summary>What others hide of the terms found in a sentence.</summary>
    public List<HiddenHit> HiddenIn(int sentence, PhraseMatcher matcher)
    {
        var hidden = new List<HiddenHit>();
        Match(matcher, Sentences[sentence]);
        HitSelection.Select(buffers.Found, this, buffers.Kept, hidden);
        return hidden;
    }

    /// <summary>The words of a run of tokens as written.</summary>
    public string Words(int first, int end) => Letters(first, end).ToString();

    /// <summary>As <see cref="Words"/>, where it stands.</summary>
    public ReadOnlySpan<char> Letters(int first, int end)
    {
        var (start, stop) = (Tokens[first].Start, Tokens[end - 1].End);
        return start < input.Title.Length ? input.Title.AsSpan()[start..Math.Min(stop, input.Title.Length)] : input.Text.AsSpan()[InText(start)..InText(stop)];
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
        var (start, stop) = (Tokens[first].Start, Tokens[end - 1].End);
        if (start > input.Title.Length)
            return new(InText(start), InText(stop), rule);
        if (!titleRepeated)
            return new(start, stop, rule) { InTitle = true };
        var shift = bodyStart - input.Title.AsSpan().TrimEnd().Length;
        return new(start + shift, stop + shift, rule);
    }

    /// <summary>Gives back what was lent: nothing can be asked of the text any more.</summary>
    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        buffers.Return();
    }

    private int InText(int offset) => offset - input.Title.Length - 1 + bodyStart;

    private void Match(PhraseMatcher matcher, Sentence sentence)
    {
        var found = buffers.Found;
        found.Clear();
        var words = Tokens[sentence.First..sentence.End];
        for (var at = 0; at < words.Length; at++)
            if (words[at].Word.Numbers.Length > 0)
                matcher.MatchAt(words, at, Languages, found);
        foreach (ref var hit in CollectionsMarshal.AsSpan(found))
            hit = hit with { First = hit.First + sentence.First, End = hit.End + sentence.First };
    }
}
