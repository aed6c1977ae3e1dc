using System.Collections.Concurrent;
using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Lists that the reading of one text fills and the next one fills again. For one thread at a time.</summary>
internal sealed class ReadingBuffers
{
    /// <summary>A text of more words leaves its lists to be collected.</summary>
    private const int MostKept = 1 << 14;

    private static readonly ConcurrentBag<ReadingBuffers> Free = [];

    private ReadingBuffers()
    {
    }

    /// <summary>Words.</summary>
    public List<Token> Tokens { get; } = new(LanguageGuess.MostTokens + Tokenizer.LongestSentence);

    /// <summary>Sentences.</summary>
    public List<Sentence> Sentences { get; } = new(64);

    /// <summary>Terms that stay, sentence after sentence.</summary>
    public List<Hit> Hits { get; } = new(LanguageGuess.MostTokens);

    /// <summary>Which of <see cref="Hits"/> are each sentence's.</summary>
    public List<(int First, int End)> HitsOf { get; } = new(64);

    /// <summary>Terms found in a few words, before it is told which of them stay.</summary>
    public List<Hit> Found { get; } = new(LanguageGuess.MostTokens);

    /// <summary>Those of them that stay.</summary>
    public List<Hit> Kept { get; } = new(Tokenizer.LongestSentence);

    /// <summary>The words of one sentence as dates are made of them.</summary>
    public List<DateWords.Known> DateWords { get; } = new(Tokenizer.LongestSentence);

    /// <summary>What speaks for one choice after the other.</summary>
    public Features Observed { get; } = new();

    /// <summary>Empty lists, for the caller alone until it gives them back.</summary>
    public static ReadingBuffers Borrow() => Free.TryTake(out var buffers) ? buffers : new();

    /// <summary>Empties the lists and keeps them for the next text.</summary>
    public void Return()
    {
        Clear();
        if (Tokens.Capacity <= MostKept)
            Free.Add(this);
    }

    /// <summary>Empties the lists.</summary>
    public void Clear()
    {
        Tokens.Clear();
        Sentences.Clear();
        DateWords.Clear();
        Observed.Clear();
        ClearHits();
    }

    /// <summary>Empties the lists of terms alone.</summary>
    public void ClearHits()
    {
        Hits.Clear();
        HitsOf.Clear();
        Found.Clear();
        Kept.Clear();
    }
}
