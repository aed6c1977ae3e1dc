using System.Text;
using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>All terms the classifier knows, in the form that <see cref="LexiconCompiler"/> made of the files in <c>ClassifyArticle/Terms</c>.</summary>
internal sealed class AgreementLexicon
{
    /// <summary>Name of the resource that holds it.</summary>
    public const string Resource = "NewsWatch.ClassifyArticle.lexicon";

    private static readonly Lazy<AgreementLexicon> Shipped = new(() => new(TableReader.Of(typeof(AgreementLexicon).Assembly, Resource)));

    private readonly string[] languages;
    private readonly TermTable terms;

    /// <summary>Takes its tables from a file.</summary>
    public AgreementLexicon(TableReader tables)
    {
        Version = tables.Version;
        languages = Encoding.ASCII.GetString(tables.Next<byte>().All).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Words = new(tables);
        terms = new(tables);
        Matcher = new(tables, terms);
        MentionMatcher = new(tables, terms);
        LanguageMatcher = new(tables, terms);
    }

    /// <summary>The shared instance.</summary>
    public static AgreementLexicon Default => Shipped.Value;

    /// <summary>Hash of the terms and of the engine that reads them: a verdict tells by what it came about.</summary>
    public string Version { get; }

    /// <summary>The words of all patterns.</summary>
    public WordTable Words { get; }

    /// <summary>The patterns.</summary>
    public PhraseMatcher Matcher { get; }

    /// <summary>
    /// Those of them that an agreement is spoken of with. What takes one back is left out: in a text whose language is not yet known, the
    /// refusals of every language would be read.
    /// </summary>
    public PhraseMatcher MentionMatcher { get; }

    /// <summary>The small words by which a language is known.</summary>
    public PhraseMatcher LanguageMatcher { get; }

    /// <summary>Codes of the languages that have a file.</summary>
    public IReadOnlyCollection<string> Languages => languages;

    /// <summary>Codes of every party that has a name here, each once.</summary>
    public IEnumerable<string> Parties => terms.Parties;

    /// <summary>Bit of a language; 0 for one without a file.</summary>
    public ulong Bit(string language) => Array.IndexOf(languages, language) is >= 0 and var at ? 1UL << at : 0;
}
