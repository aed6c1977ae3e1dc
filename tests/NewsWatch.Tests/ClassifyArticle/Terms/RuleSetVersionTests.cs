using System.Text;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class RuleSetVersionTests
{
    private static readonly string Project = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch");

    [Fact]
    public void Another_engine_or_other_terms_are_another_version()
    {
        var version = RuleSetVersion.Of([File("Ranker.cs", "1"), File("en.terms", "pact")]);
        Assert.Matches("^[0-9a-f]{12}$", version);
        Assert.NotEqual(version, RuleSetVersion.Of([File("Ranker.cs", "2"), File("en.terms", "pact")]));
        Assert.NotEqual(version, RuleSetVersion.Of([File("Ranker.cs", "1"), File("en.terms", "deal")]));
        Assert.NotEqual(version, RuleSetVersion.Of([File("Ranker.cs", "1"), File("de.terms", "pact")]));
    }

    [Fact]
    public void The_order_in_which_a_build_lists_files_plays_no_part()
        => Assert.Equal(
            RuleSetVersion.Of([File("Ranker.cs", "1"), File("Reader.cs", "2")]), RuleSetVersion.Of([File("Reader.cs", "2"), File("Ranker.cs", "1")]));

    [Fact]
    public void Every_file_of_the_engine_decides_it()
    {
        var sources = RuleSetVersion.Sources(Project).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in (string[])["Claims", "Dates", "Instruments", "Parties", "Terms", "Terms/Compiled", "Verdicts", "Weights", "Words"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Project, "ClassifyArticle", folder)).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
                Assert.Contains($"ClassifyArticle/{folder}/{Path.GetFileName(file)}", sources);
        Assert.Contains("ClassifyArticle/AgreementClassifier.cs", sources);
        Assert.Contains("Calendar/months.tsv", sources);
    }

    [Fact]
    public void What_only_tells_of_a_verdict_does_not()
        => Assert.DoesNotContain(RuleSetVersion.Sources(Project), name => name.Contains("/Explaining/", StringComparison.Ordinal)
            || name.Contains("/SecondReader/", StringComparison.Ordinal) || name.EndsWith("Services.cs", StringComparison.Ordinal));

    private static (string Name, byte[] Content) File(string name, string content) => (name, Encoding.UTF8.GetBytes(content));
}
