using System.Globalization;

namespace NewsWatch.ClassifyArticle.Weights;

/// <summary>How much each observation counts, by its name; what has no row counts nothing.</summary>
/// <param name="byName">The weights.</param>
internal sealed class WeightTable(IReadOnlyDictionary<string, double> byName)
{
    /// <summary>Names that have a weight.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The weight of one observation; 0 for one without a row.</summary>
    public double this[string name] => byName.GetValueOrDefault(name);

    /// <summary>The sum of all observations by their weights.</summary>
    public double Of(Features features)
    {
        var sum = 0.0;
        foreach (var (name, value) in features.Span)
            sum += byName.GetValueOrDefault(name) * value;
        return sum;
    }

    /// <summary>Reads rows of name and weight, parted by a tab; <c>#</c> begins a comment.</summary>
    public static WeightTable Read(TextReader reader)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                weights.Add(line[..line.IndexOf('\t')], double.Parse(line.AsSpan(line.IndexOf('\t') + 1), CultureInfo.InvariantCulture));
        return new(weights);
    }
}
