using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class CompiledLexiconTests
{
    private static readonly string Project = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch");

    [Fact]
    public void What_is_embedded_is_what_the_files_say()
    {
        using var embedded = typeof(AgreementLexicon).Assembly.GetManifestResourceStream(AgreementLexicon.Resource)!;
        var bytes = new byte[embedded.Length];
        embedded.ReadExactly(bytes);
        Assert.True(bytes.AsSpan().SequenceEqual(LexiconCompiler.OfProject(Project)), "build anew: the terms were compiled of other files");
    }

    [Fact]
    public void A_term_comes_out_as_it_went_in()
    {
        var act = new Term(TermKind.Act, "sign", 5, "en:sign:señal 署名") { Act = NewsWatch.ClassifyArticle.Claims.Act.Sign, Form = NewsWatch.ClassifyArticle.Claims.ActForm.Done, Reach = 9 };
        var instrument = new Term(TermKind.Instrument, "acsa", 1, "instrument") { Type = AgreementType.Acsa, Parties = ["DE", "JP"] };
        var tables = new TableWriter(new('0', TableWriter.VersionLength));
        TermTable.Write([act, instrument], tables);
        var read = new TermTable(TableReader.Of(tables.ToArray()));
        Assert.Equal(act with { Parties = [] }, read[0] with { Parties = [] });
        Assert.Equal(instrument.Parties, read[1].Parties);
        Assert.Equal(instrument with { Parties = [] }, read[1] with { Parties = [] });
        Assert.Same(read[1], read[1]);
    }

    [Fact]
    public void A_file_of_another_form_is_refused()
        => Assert.Contains("build it anew", Assert.Throws<InvalidDataException>(() => TableReader.Of("NWLEX 99 and more"u8)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        var tables = new TableWriter(new('0', TableWriter.VersionLength));
        tables.Add<int>([1, 2, 3]);
        var reader = TableReader.Of(tables.ToArray().AsSpan()[..^8]);
        Assert.Contains("end early", Assert.Throws<InvalidDataException>(() => reader.Next<int>()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratified", "ratif*")]
    [InlineData("ratif", "ratif*")]
    [InlineData("rat")]
    [InlineData("militarabkommens", "*abkommen*")]
    [InlineData("militarabkommen", "*abkommen*", "*kommen")]
    [InlineData("pact", "pact")]
    [InlineData("pacts")]
    public void A_word_is_known_whole_by_its_stem_and_by_its_parts(string word, params string[] known)
    {
        string[] words = ["pact", "ratif*", "*abkommen*", "*kommen"];
        var lexicon = ReadTexts.Lexicon(words.Select(each => (new Term(TermKind.Act, each, 1, each), each)));
        var numbers = lexicon.Words.Find(word, WordHash.Of(word), new()).Numbers;
        Assert.Equal(known.Order(StringComparer.Ordinal), numbers.Select(number => words[number]).Order(StringComparer.Ordinal));
    }
}
