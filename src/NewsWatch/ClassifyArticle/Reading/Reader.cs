using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>First phase: title and text as words and sentences, and every term of the lexicon found in them.</summary>
internal sealed class Reader(ClassifierInput input, AgreementLexicon lexicon) : IDisposable
{
    /// <summary>Code units of a text that are read; no news article is near as long, and what lies beyond costs nothing.</summary>
    public const int MostRead = 250_000;

    private readonly WordMemo memo = lexicon.Vocabulary.Borrow();
    private readonly bool titleRepeated = IsRepeated(input);

    private ReadOnlySpan<char> Body => input.Text.AsSpan(0, Math.Min(input.Text.Length, MostRead))[BodyStart..];

    private int BodyStart => titleRepeated ? input.Text.Length - input.Text.AsSpan().TrimStart().Length + input.Title.AsSpan().Trim().Length : 0;

    /// <summary>False where no sentence by itself speaks of a defence agreement in any language: most news, told at a fraction of the cost.</summary>
    public bool MayMention()
    {
        var tokens = new List<Token>(Tokenizer.LongestSentence);
        return MayMention(input.Title, 0, tokens, title: true) || MayMention(Body, input.Title.Length + 1, tokens, title: false);
    }

    /// <summary>Reads the input.</summary>
    public ReadText Read()
    {
        var tokens = new List<Token>(input.Text.Length / 5);
        var sentences = new List<Sentence>();
        Read(input.Title, 0, tokens, sentences);
        var titleSentences = sentences.Count;
        Read(Body, input.Title.Length + 1, tokens, sentences);

        var text = Text([.. tokens], [.. sentences], titleSentences);
        text.Languages = LanguageGuess.Of(text, input.Language, lexicon);
        text.Find(lexicon.Matcher);
        return text;
    }

    /// <inheritdoc/>
    public void Dispose() => lexicon.Vocabulary.Return(memo);

    private bool MayMention(ReadOnlySpan<char> part, int offset, List<Token> tokens, bool title)
    {
        var tokenizer = new Tokenizer(lexicon.Vocabulary, memo, part, offset);
        for (; tokenizer.Next(tokens, out var sentence); tokens.Clear())
        {
            if (!sentence.Anchored)
                continue;
            var alone = Text([.. tokens], [sentence], title ? 1 : 0);
            alone.Languages = ulong.MaxValue;
            alone.Find(lexicon.MentionMatcher);
            if (new MentionFinder(alone).May())
                return true;
        }

        return false;
    }

    private void Read(ReadOnlySpan<char> part, int offset, List<Token> tokens, List<Sentence> sentences)
    {
        var tokenizer = new Tokenizer(lexicon.Vocabulary, memo, part, offset);
        while (tokenizer.Next(tokens, out var sentence))
            sentences.Add(sentence);
    }

    private ReadText Text(Token[] tokens, Sentence[] sentences, int titleSentences)
        => new(input, tokens, sentences, titleSentences, BodyStart, titleRepeated);

    /// <summary>True where the text's first line is the title; one that only begins like it is a sentence of its own.</summary>
    private static bool IsRepeated(ClassifierInput input)
    {
        var title = input.Title.AsSpan().Trim();
        var text = input.Text.AsSpan().TrimStart();
        return title.Length is > 0 and < 1000 && text.StartsWith(title, StringComparison.Ordinal)
            && text[title.Length..].TrimStart(' ') is [] or ['\n' or '\r', ..];
    }
}
