using System.Globalization;

namespace NewsWatch.ClassifyArticle.Weighing;

/// <summary>
/// How much each observation counts: the rows of <c>Weights/{name}.tsv</c>, name and weight. They are fitted to labelled articles by
/// <c>classify train</c> of the benchmarks (maximum likelihood with a penalty on large weights) and can be read and changed by hand.
/// </summary>
internal sealed class Weights
{
    private readonly Dictionary<string, double> byName;

    private Weights(Dictionary<string, double> byName) => this.byName = byName;

    /// <summary>For who is party to what is mentioned.</summary>
    public static Weights Parties { get; } = Read("parties");

    /// <summary>For the type of an agreement.</summary>
    public static Weights Type { get; } = Read("type");

    /// <summary>For choosing which agreement is the news.</summary>
    public static Weights Primary { get; } = Read("primary");

    /// <summary>For the stage of the news.</summary>
    public static Weights NewsStage { get; } = Read("news-stage");

    /// <summary>For the stage of what is told beside the news.</summary>
    public static Weights BackgroundStage { get; } = Read("background-stage");

    /// <summary>For whether an article is flagged.</summary>
    public static Weights Flag { get; } = Read("flag");

    /// <summary>The sum of all observations by their weights; what has none counts nothing.</summary>
    public double Of(Features features)
    {
        var sum = 0.0;
        foreach (var (name, value) in features.Values)
            sum += byName.GetValueOrDefault(name) * value;
        return sum;
    }

    private static Weights Read(string name)
    {
        var resource = $"NewsWatch.ClassifyArticle.Weights.{name}.tsv";
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks {resource}.");
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                weights.Add(line[..line.IndexOf('\t')], double.Parse(line.AsSpan(line.IndexOf('\t') + 1), CultureInfo.InvariantCulture));
        return new(weights);
    }
}
