using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>First phase: title and text as words and sentences, and every term of the lexicon found in them.</summary>
internal static class Reader
{
    /// <summary>Code units of a text that are read; no news article is near as long, and what lies beyond costs nothing.</summary>
    public const int MostRead = 250_000;

    /// <summary>The part of a text that is read.</summary>
    public static ReadOnlySpan<char> Bounded(string text) => text.AsSpan(0, Math.Min(text.Length, MostRead));

    /// <summary>Reads the input.</summary>
    public static ReadText Read(ClassifierInput input, AgreementLexicon lexicon)
    {
        var title = input.Title.Trim();
        var repeated = title.Length is > 0 and < 1000 && input.Text.AsSpan().TrimStart().StartsWith(title, StringComparison.Ordinal);
        var bodyStart = repeated ? input.Text.Length - input.Text.AsSpan().TrimStart().Length + title.Length : 0;
        var body = Bounded(input.Text)[bodyStart..];

        var tokenizer = new Tokenizer(lexicon.Vocabulary);
        tokenizer.Read(input.Title, 0);
        var titleSentences = tokenizer.Sentences.Count;
        tokenizer.Read(body, input.Title.Length + 1);

        var text = new ReadText(input, [.. tokenizer.Tokens], [.. tokenizer.Sentences], titleSentences, bodyStart, repeated);
        text.Languages = LanguageGuess.Of(text, input.Language, lexicon);
        text.Find(lexicon.Matcher);
        return text;
    }
}
