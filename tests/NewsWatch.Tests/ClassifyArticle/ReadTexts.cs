using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Terms.Compiled;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>Texts as the phases after the first see them.</summary>
internal static class ReadTexts
{
    /// <summary>Read with the lexicon that comes with the program.</summary>
    public static ReadText Of(string text, string? language = null, string title = "", DateTimeOffset? published = null)
    {
        using var reader = new Reader(new(title, text) { Language = language, Published = published }, AgreementLexicon.Default);
        return reader.Read();
    }

    /// <summary>Read with the terms given, in the syntax of a term file; a party is <c>[party XX]</c>.</summary>
    public static ReadText With(string terms, string text)
    {
        using var file = new StringReader(terms);
        var lexicon = Lexicon(TermFile.Read("test", 1, file));
        var buffers = ReadingBuffers.Borrow();
        var cut = new Tokenizer(lexicon.Words, lexicon.Words.Borrow(), text, 1);
        while (cut.Next(buffers.Tokens, out var sentence))
            buffers.Sentences.Add(sentence);
        var read = new ReadText(new("", text), buffers, 0, 0, titleRepeated: false) { Languages = 1 };
        read.Find(lexicon.Matcher);
        return read;
    }

    /// <summary>A lexicon of these terms alone.</summary>
    public static AgreementLexicon Lexicon(IEnumerable<(Term Term, string Pattern)> terms)
    {
        var compiler = new LexiconCompiler();
        foreach (var (term, pattern) in terms)
            compiler.Add(term, pattern);
        return new(TableReader.Of(compiler.Write(new('0', TableWriter.VersionLength))));
    }

    /// <summary>What is found, in the order of the text: <c>sign "signed"</c>, or the section's own name where it has no value.</summary>
    public static IReadOnlyList<string> Found(this ReadText text)
        => [.. Enumerable.Range(0, text.Sentences.Length).SelectMany(sentence => text.HitsOf(sentence).ToArray())
            .Select(hit => $"{(hit.Term.Value.Length > 0 ? hit.Term.Value : hit.Term.Kind)} \"{text.Words(hit.First, hit.End)}\"")];
}
