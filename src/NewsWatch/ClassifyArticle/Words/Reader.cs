using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>First phase: title and text as words and sentences, and every term of the lexicon found in them.</summary>
internal sealed class Reader(ClassifierInput input, AgreementLexicon lexicon) : IDisposable
{
    /// <summary>Code units of a text that are read; no news article is near as long, and what lies beyond costs nothing.</summary>
    public const int MostRead = 250_000;

    private readonly WordMemo memo = lexicon.Words.Borrow();
    private readonly ReadingBuffers buffers = ReadingBuffers.Borrow();
    private readonly bool titleRepeated = IsRepeated(input);

    private ReadOnlySpan<char> Body => input.Text.AsSpan(0, Math.Min(input.Text.Length, MostRead))[BodyStart..];

    private int BodyStart => titleRepeated ? input.Text.Length - input.Text.AsSpan().TrimStart().Length + input.Title.AsSpan().Trim().Length : 0;

    /// <summary>
    /// False where no sentence by itself speaks of a defence agreement: most news, told at a fraction of the cost. Only as much is
    /// kept as tells the language; the rest is cut, looked at and forgotten, sentence by sentence.
    /// </summary>
    public bool MayMention()
    {
        buffers.Clear();
        var (tokens, sentences) = (buffers.Tokens, buffers.Sentences);
        var title = Cut(input.Title, 0);
        while (title.Next(tokens, out var sentence))
            sentences.Add(sentence);
        var titleSentences = sentences.Count;
        var body = Cut(Body, input.Title.Length + 1);
        while (tokens.Count < LanguageGuess.MostTokens && body.Next(tokens, out var sentence))
            sentences.Add(sentence);

        var languages = LanguageGuess.Of(CollectionsMarshal.AsSpan(tokens), input.Language, lexicon, buffers.Hits);
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i].MaySpeakOfOne(languages) && Mentions(tokens, sentences[i], languages, i < titleSentences))
                return true;
        for (tokens.Clear(); body.Next(tokens, out var sentence); tokens.Clear())
            if (sentence.MaySpeakOfOne(languages) && Mentions(tokens, sentence, languages, isTitle: false))
                return true;
        return false;
    }

    /// <summary>Reads the input.</summary>
    public ReadText Read()
    {
        buffers.Clear();
        var (tokens, sentences) = (buffers.Tokens, buffers.Sentences);
        var title = Cut(input.Title, 0);
        while (title.Next(tokens, out var sentence))
            sentences.Add(sentence);
        var titleSentences = sentences.Count;
        var body = Cut(Body, input.Title.Length + 1);
        while (body.Next(tokens, out var sentence))
            sentences.Add(sentence);

        var text = Text([.. tokens], [.. sentences], titleSentences, LanguageGuess.Of(CollectionsMarshal.AsSpan(tokens), input.Language, lexicon, buffers.Hits));
        text.Find(lexicon.Matcher);
        return text;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lexicon.Words.Return(memo);
        buffers.Return();
    }

    private bool Mentions(List<Token> tokens, Sentence sentence, ulong languages, bool isTitle)
    {
        var words = CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.End].ToArray();
        var alone = Text(words, [sentence with { First = 0, End = words.Length }], isTitle ? 1 : 0, languages);
        alone.Find(lexicon.MentionMatcher);
        return new MentionFinder(alone).May();
    }

    private Tokenizer Cut(ReadOnlySpan<char> part, int offset) => new(lexicon.Words, memo, part, offset);

    private ReadText Text(Token[] tokens, Sentence[] sentences, int titleSentences, ulong languages)
        => new(input, tokens, sentences, titleSentences, BodyStart, titleRepeated) { Languages = languages, SmallWords = lexicon.LanguageMatcher };

    /// <summary>True where the text's first line is the title; one that only begins like it is a sentence of its own.</summary>
    private static bool IsRepeated(ClassifierInput input)
    {
        var title = input.Title.AsSpan().Trim();
        var text = input.Text.AsSpan().TrimStart();
        return title.Length is > 0 and < 1000 && text.StartsWith(title, StringComparison.Ordinal)
            && text[title.Length..].TrimStart(' ') is [] or ['\n' or '\r', ..];
    }
}
