using System.Globalization;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>One alternative of a question that is answered by weighing.</summary>
/// <param name="What">The alternative, in words.</param>
/// <param name="Weight">The sum of what its observations count; the heaviest alternative is taken.</param>
/// <param name="Parts">What each observation counts, the most telling first; those that count nothing are left out.</param>
internal sealed record Weighed(string What, double Weight, IReadOnlyList<(string Name, double Weight)> Parts)
{
    private const int MostParts = 8;
    private const double Nothing = 0.005;

    /// <summary>The alternative with what speaks for it.</summary>
    public static Weighed Of(string what, Features features, WeightTable table) => new(
        what,
        table.Of(features),
        [
            .. features.Values.Select(pair => (pair.Name, Weight: table[pair.Name] * pair.Value))
                .Where(part => Math.Abs(part.Weight) >= Nothing)
                .OrderByDescending(part => Math.Abs(part.Weight)).ThenBy(part => part.Name, StringComparer.Ordinal),
        ]);

    /// <summary>One line: the weight, the alternative, and the observations that count most.</summary>
    public override string ToString()
    {
        var parts = string.Join(", ", Parts.Take(MostParts).Select(part => $"{part.Name} {Signed(part.Weight)}"));
        var rest = Parts.Skip(MostParts).Sum(part => part.Weight);
        return $"{Signed(Weight),7}  {What}: {parts}{(Parts.Count > MostParts ? $", {Parts.Count - MostParts} more {Signed(rest)}" : "")}";
    }

    /// <summary>A weight as people read it: two digits and its sign.</summary>
    public static string Signed(double weight) => weight.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
