using System.Reflection;
using System.Text;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.Tests.ClassifyArticle.Terms;

public sealed class RuleSetVersionTests
{
    private static readonly (string, byte[])[] Terms = [("en.terms", Encoding.UTF8.GetBytes("[noun]\npact\n"))];

    [Fact]
    public void Another_engine_or_other_terms_are_another_version()
    {
        var version = RuleSetVersion.Of("Ranker.cs=1;Reader.cs=2", Terms);
        Assert.Matches("^[0-9a-f]{12}$", version);
        Assert.NotEqual(version, RuleSetVersion.Of("Ranker.cs=1;Reader.cs=3", Terms));
        Assert.NotEqual(version, RuleSetVersion.Of("Ranker.cs=1;Reader.cs=2", [("en.terms", Encoding.UTF8.GetBytes("[noun]\ndeal\n"))]));
    }

    [Fact]
    public void The_order_in_which_a_build_lists_files_plays_no_part()
        => Assert.Equal(RuleSetVersion.Of("Ranker.cs=1;Reader.cs=2", Terms), RuleSetVersion.Of("Reader.cs=2;Ranker.cs=1", Terms));

    [Fact]
    public void The_build_lists_the_sources_of_the_engine()
    {
        var sources = typeof(AgreementClassifier).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == RuleSetVersion.MetadataKey).Value!.Split(';');
        var engine = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch", "ClassifyArticle");
        foreach (var folder in (string[])["Claims", "Dates", "Instruments", "Parties", "Terms", "Verdicts", "Weights", "Words"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(engine, folder)).Where(file => Path.GetExtension(file) is ".cs" or ".tsv"))
                Assert.Contains(sources, source => source.StartsWith(Path.GetFileName(file) + "=", StringComparison.Ordinal));
        Assert.All(sources, source => Assert.Matches("^[A-Za-z.-]+=[0-9A-F]{64}$", source));
    }
}
