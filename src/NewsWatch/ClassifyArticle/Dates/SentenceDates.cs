using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>The dates of a text by sentence, each sentence read when it is first asked of.</summary>
internal sealed class SentenceDates
{
    private readonly DateWords words;
    private readonly DateScanner scanner;
    private readonly DateExpression[]?[] found;

    /// <summary>Reads nothing yet.</summary>
    public SentenceDates(ReadText text)
    {
        words = new(text, DateVocabulary.Default);
        scanner = new(text, words);
        found = new DateExpression[]?[text.Sentences.Length];
    }

    /// <summary>The dates of a sentence, in order, none within another.</summary>
    public DateExpression[] Of(int sentence) => found[sentence] ??= Find(sentence);

    /// <summary>True where a word of the sentence tells that something is still to come.</summary>
    public bool SpeaksOfFuture(int sentence)
    {
        words.Open(sentence);
        for (var at = words.Sentence.First; at < words.Sentence.End; at++)
            if (words.Meaning(at, DateWord.Future) is not null)
                return true;
        return false;
    }

    /// <summary>Words between two tokens of a sentence that may open another clause.</summary>
    public int ClausesWithin(int sentence, int from, int to)
    {
        words.Open(sentence);
        var count = 0;
        for (var at = from; at < to; at++)
            if (words.Meaning(at, DateWord.And) is not null)
                count++;
        return count;
    }

    private DateExpression[] Find(int sentence)
    {
        words.Open(sentence);
        return scanner.Find();
    }
}
