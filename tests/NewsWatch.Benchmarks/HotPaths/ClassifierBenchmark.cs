using BenchmarkDotNet.Attributes;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>What classifying costs: an article without an agreement, one that reports one, and the reading of the lexicon.</summary>
[MemoryDiagnoser]
public class ClassifierBenchmark
{
    private const string Council = """
        The town council met on Tuesday evening to talk about the new swimming pool, the budget for schools and the state of the roads.
        Several members asked why repairs on the bridge had taken so long. The mayor said that the work would be finished in spring.
        After the break, a group of parents presented a petition with nine hundred names for a safer crossing near the library.

        """;

    private readonly AgreementClassifier classifier = new();

    private readonly ClassifierInput without = new("Council talks about pool and roads", string.Concat(Enumerable.Repeat(Council, 12)));

    private readonly ClassifierInput with = new(
        "Spain and Japan sign supply pact",
        "Spain and Japan signed an acquisition and cross-servicing agreement (ACSA) in Madrid on Monday. It lets the two armed forces share "
        + "fuel and food. Japan has similar agreements with Germany, France and Italy.\n" + string.Concat(Enumerable.Repeat(Council, 8)));

    /// <summary>5 KB without an agreement; divide by the mean for the rate of text a core reads.</summary>
    [Benchmark(Baseline = true)]
    public Classification WithoutAnAgreement() => classifier.Classify(without);

    /// <summary>4 KB that report one, with a list of others.</summary>
    [Benchmark]
    public Classification WithAnAgreement() => classifier.Classify(with);
}
