using System.Text;
using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Makes of the term files what <see cref="AgreementLexicon"/> maps. The build runs it, so that no process reads a term file: see
/// <c>src/NewsWatch.Lexicon</c>. The same files give the same bytes.
/// </summary>
internal sealed class LexiconCompiler
{
    private const string Folder = "ClassifyArticle/Terms/";

    private readonly Dictionary<string, ulong> bits = new(StringComparer.Ordinal);
    private readonly List<string> languages = [];
    private readonly Vocabulary vocabulary = new();
    private readonly List<Term> terms = [];
    private readonly List<(Term Term, IReadOnlyList<PatternElement> Pattern)> mentioning = [];
    private readonly PhraseGraph all;
    private readonly PhraseGraph ofMentions;
    private readonly PhraseGraph ofLanguages;

    /// <summary>Begins with nothing.</summary>
    public LexiconCompiler() => (all, ofMentions, ofLanguages) = (new(vocabulary), new(vocabulary), new(vocabulary));

    /// <summary>Compiles the term files that are in the folder of the project <c>NewsWatch</c>, under the version of its sources.</summary>
    public static byte[] OfProject(string project)
    {
        var sources = RuleSetVersion.Sources(project).Select(name => (Name: name, Content: File.ReadAllBytes(Path.Combine(project, name)))).ToList();
        return Compile(
            sources.Where(source => source.Name.StartsWith(Folder, StringComparison.Ordinal) && !source.Name.EndsWith(".cs", StringComparison.Ordinal))
                .Select(source => (source.Name[Folder.Length..], source.Content)),
            RuleSetVersion.Of(sources));
    }

    /// <summary>Compiles term files, and the names of the agreements known beforehand.</summary>
    /// <param name="files">Name, such as <c>en.terms</c>, and content of each, in any order.</param>
    /// <param name="version">Version of the sources.</param>
    public static byte[] Compile(IEnumerable<(string Name, byte[] Content)> files, string version)
    {
        var compiler = new LexiconCompiler();
        foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            using (var reader = new StreamReader(new MemoryStream(content)))
                compiler.AddFile(name, reader);
        foreach (var (term, pattern) in KnownNames.Of(KnownAgreements.Table, AgreementWords.Of(compiler.mentioning)))
            compiler.Add(term, pattern);
        return compiler.Write(version);
    }

    /// <summary>Adds what a term file has.</summary>
    /// <exception cref="FormatException">The file has a mistake; its line is named.</exception>
    public void AddFile(string name, TextReader reader)
    {
        foreach (var (term, pattern) in Terms(name, reader))
            Add(term, pattern);
    }

    /// <summary>Adds a pattern of a term.</summary>
    public void Add(Term term, string pattern)
    {
        var elements = PatternSyntax.Parse(pattern);
        terms.Add(term);
        (term.Kind == TermKind.Language ? ofLanguages : all).Add(elements, terms.Count - 1, term.Languages);
        if (term.Kind > TermKind.Domain)
            return;
        ofMentions.Add(elements, terms.Count - 1, term.Languages);
        mentioning.Add((term, elements));
    }

    /// <summary>Writes what was added, in the order that <see cref="AgreementLexicon"/> takes it.</summary>
    public byte[] Write(string version)
    {
        foreach (var (word, read, isSubject) in Anchors.Of(mentioning))
            vocabulary.Anchor(word, read, isSubject);
        var tables = new TableWriter(version);
        tables.Add<byte>(Encoding.ASCII.GetBytes(string.Join(' ', languages)));
        vocabulary.Write(tables);
        TermTable.Write(terms, tables);
        foreach (var graph in (PhraseGraph[])[all, ofMentions, ofLanguages])
            graph.Write(tables);
        return tables.ToArray();
    }

    private IEnumerable<(Term Term, string Pattern)> Terms(string file, TextReader reader)
    {
        if (file == "parties.tsv")
            return PartyFile.Read(NewBit, reader);
        if (file == "instruments.tsv")
            return InstrumentFile.Read(reader);
        var name = file[..file.IndexOf('.')];
        return TermFile.Read(name, name == "all" ? ulong.MaxValue : NewBit(name), reader);
    }

    private ulong NewBit(string language)
    {
        if (!bits.TryGetValue(language, out var bit))
        {
            bits.Add(language, bit = 1UL << bits.Count);
            languages.Add(language);
        }

        return bit;
    }
}
