using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>First phase: title and text as words and sentences, and every term of the lexicon found in them.</summary>
internal static class Reader
{
    /// <summary>Code units of a text that are read; no news article is near as long, and what lies beyond costs nothing.</summary>
    public const int MostRead = 250_000;

    /// <summary>Reads the input.</summary>
    public static ReadText Read(ClassifierInput input, AgreementLexicon lexicon)
    {
        var title = input.Title.Trim();
        var repeated = title.Length > 0 && input.Text.AsSpan().TrimStart().StartsWith(title, StringComparison.Ordinal);
        var bodyStart = repeated ? input.Text.Length - input.Text.AsSpan().TrimStart().Length + title.Length : 0;
        var body = input.Text.AsSpan(bodyStart);

        var tokenizer = new Tokenizer(lexicon.Vocabulary);
        tokenizer.Read(input.Title, 0);
        var titleSentences = tokenizer.Sentences.Count;
        tokenizer.Read(body[..Math.Min(body.Length, MostRead)], input.Title.Length + 1);

        var text = new ReadText(input, [.. tokenizer.Tokens], [.. tokenizer.Sentences], titleSentences, bodyStart, repeated);
        text.Languages = LanguageGuess.Of(text, input.Language, lexicon);
        text.Find(lexicon.Matcher);
        return text;
    }
}
