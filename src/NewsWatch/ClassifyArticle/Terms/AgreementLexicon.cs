namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>All terms the classifier knows, as embedded in this assembly from <c>ClassifyArticle/Terms</c>.</summary>
internal sealed class AgreementLexicon
{
    private const string Folder = "NewsWatch.ClassifyArticle.Terms.";

    private readonly Dictionary<string, ulong> bits = new(StringComparer.Ordinal);

    private AgreementLexicon()
    {
        var assembly = typeof(AgreementLexicon).Assembly;
        var resources = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Version = RuleSetVersion.Of(assembly, resources);
        var (all, ofMentions, ofLanguages) = (new PhraseGraph(Vocabulary), new PhraseGraph(Vocabulary), new PhraseGraph(Vocabulary));
        var mentioning = new List<(Term, IReadOnlyList<PatternElement>)>();
        foreach (var resource in resources)
            using (var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!))
                foreach (var (term, pattern) in Terms(resource[Folder.Length..], reader))
                    Add(term, pattern);
        foreach (var (term, pattern) in KnownNames.Of(KnownAgreements.Table, AgreementWords.Of(mentioning)))
            Add(term, pattern);
        foreach (var (word, languages, isSubject) in Anchors.Of(mentioning))
            Vocabulary.Anchor(word, languages, isSubject);
        (Matcher, MentionMatcher, LanguageMatcher) = (all.Compile(), ofMentions.Compile(), ofLanguages.Compile());

        void Add(Term term, string pattern)
        {
            var elements = PatternSyntax.Parse(pattern);
            (term.Kind == TermKind.Language ? ofLanguages : all).Add(elements, term);
            if (term.Kind > TermKind.Domain)
                return;
            ofMentions.Add(elements, term);
            mentioning.Add((term, elements));
        }
    }

    /// <summary>The shared instance; building it takes some tens of milliseconds.</summary>
    public static AgreementLexicon Default { get; } = new();

    /// <summary>Hash of the terms and of the engine that reads them: a verdict tells by what it came about.</summary>
    public string Version { get; }

    /// <summary>The words of all patterns.</summary>
    public Vocabulary Vocabulary { get; } = new();

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
    public IReadOnlyCollection<string> Languages => bits.Keys;

    /// <summary>Bit of a language; 0 for one without a file.</summary>
    public ulong Bit(string language) => bits.GetValueOrDefault(language);

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
            bits.Add(language, bit = 1UL << bits.Count);
        return bit;
    }
}
