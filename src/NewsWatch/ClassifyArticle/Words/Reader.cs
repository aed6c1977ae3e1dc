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
    private readonly bool titleRepeated = IsRepeated(input);
    private ReadingBuffers? buffers = ReadingBuffers.Borrow();

    /// <summary>True where <see cref="buffers"/> hold the text from its beginning.</summary>
    private bool isBegun;
    private int titleSentences;
    private ulong languages;

    /// <summary>Where the body is read on.</summary>
    private int at;

    private ReadOnlySpan<char> Body => input.Text.AsSpan(0, Math.Min(input.Text.Length, MostRead))[BodyStart..];

    private int BodyStart => titleRepeated ? input.Text.Length - input.Text.AsSpan().TrimStart().Length + input.Title.AsSpan().Trim().Length : 0;

    private ReadingBuffers Buffers => buffers ?? throw new InvalidOperationException("The text has been read: its words are its own.");

    /// <summary>
    /// False where no sentence by itself speaks of a defence agreement: most news, told at a fraction of the cost. Only as much is
    /// kept as tells the language; the rest is cut, looked at and forgotten, sentence by sentence.
    /// </summary>
    public bool MayMention()
    {
        Begin();
        var (tokens, sentences) = (Buffers.Tokens, Buffers.Sentences);
        var begun = Text(titleSentences);
        for (var i = 0; i < sentences.Count; i++)
            if (MayMention(begun, i))
                return true;

        isBegun = false;
        var body = Cut(Body, input.Title.Length + 1, at);
        var rest = Text(titleSentences: 0);
        for (Buffers.Clear(); body.Next(tokens, out var sentence); Buffers.Clear())
        {
            sentences.Add(sentence);
            if (MayMention(rest, 0))
                return true;
        }

        return false;
    }

    /// <summary>Reads the input, which is done once.</summary>
    public ReadText Read()
    {
        if (!isBegun)
            Begin();
        var body = Cut(Body, input.Title.Length + 1, at);
        while (body.Next(Buffers.Tokens, out var sentence))
            Buffers.Sentences.Add(sentence);

        var text = Text(titleSentences);
        buffers = null;
        text.Find(lexicon.Matcher);
        return text;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lexicon.Words.Return(memo);
        buffers?.Return();
        buffers = null;
    }

    /// <summary>Reads the title, and as much of the body as tells the language.</summary>
    private void Begin()
    {
        Buffers.Clear();
        var (tokens, sentences) = (Buffers.Tokens, Buffers.Sentences);
        var title = Cut(input.Title, 0);
        while (title.Next(tokens, out var sentence))
            sentences.Add(sentence);
        titleSentences = sentences.Count;
        var body = Cut(Body, input.Title.Length + 1);
        while (tokens.Count < LanguageGuess.MostTokens && body.Next(tokens, out var sentence))
            sentences.Add(sentence);
        at = body.At;
        languages = LanguageGuess.Of(CollectionsMarshal.AsSpan(tokens), input.Language, lexicon, Buffers.Found);
        isBegun = true;
    }

    private bool MayMention(ReadText text, int sentence)
    {
        if (!text.Sentences[sentence].MaySpeakOfOne(languages))
            return false;
        text.FindIn(sentence, lexicon.MentionMatcher);
        return new MentionFinder(text).May(sentence);
    }

    private Tokenizer Cut(ReadOnlySpan<char> part, int offset, int from = 0) => new(lexicon.Words, memo, part, offset) { At = from };

    private ReadText Text(int titleSentences)
        => new(input, Buffers, titleSentences, BodyStart, titleRepeated) { Languages = languages, SmallWords = lexicon.LanguageMatcher };

    /// <summary>True where the text's first line is the title; one that only begins like it is a sentence of its own.</summary>
    private static bool IsRepeated(ClassifierInput input)
    {
        var title = input.Title.AsSpan().Trim();
        var text = input.Text.AsSpan().TrimStart();
        return title.Length is > 0 and < 1000 && text.StartsWith(title, StringComparison.Ordinal)
            && text[title.Length..].TrimStart(' ') is [] or ['\n' or '\r', ..];
    }
}
