using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>A choice that was made: what spoke for each alternative, and which were right.</summary>
/// <param name="Record">Whose.</param>
/// <param name="Alternatives">The observations on each; an alternative without any weighs nothing.</param>
/// <param name="Right">For each alternative, whether it may be chosen.</param>
internal sealed record Choice(TrainingRecord Record, IReadOnlyList<Features> Alternatives, IReadOnlyList<bool> Right)
{
    /// <summary>How much it counts beside others.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>
/// Fits weights to choices: the conditional logit model (McFadden 1974), whose case of two alternatives, one of them without
/// observations, is logistic regression. Maximum likelihood with a quadratic penalty, by gradient ascent with a step of its own for each weight.
/// </summary>
internal static class ChoiceLearner
{
    private const int Rounds = 400;

    /// <summary>The weights by name.</summary>
    public static Dictionary<string, double> Fit(IReadOnlyList<Choice> choices, double penalty)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var coded = choices.Select(choice => choice.Alternatives.Select(features => features.Values.Select(value =>
        {
            if (!index.TryGetValue(value.Name, out var at))
                index.Add(value.Name, at = index.Count);
            return (At: at, value.Value);
        }).ToArray()).ToArray()).ToList();
        var weights = new double[index.Count];
        var squares = new double[index.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = Gradient(choices, coded, weights);
            for (var i = 0; i < weights.Length; i++)
            {
                var slope = gradient[i] - (penalty * weights[i]);
                squares[i] += slope * slope;
                weights[i] += 0.5 * slope / (1e-6 + Math.Sqrt(squares[i]));
            }
        }

        return index.ToDictionary(pair => pair.Key, pair => weights[pair.Value], StringComparer.Ordinal);
    }

    private static double[] Gradient(IReadOnlyList<Choice> choices, List<(int At, double Value)[][]> coded, double[] weights)
    {
        var gradient = new double[weights.Length];
        for (var c = 0; c < choices.Count; c++)
        {
            var sums = coded[c].Select(features => features.Sum(value => weights[value.At] * value.Value)).ToArray();
            var most = sums.Max();
            var odds = sums.Select(sum => Math.Exp(sum - most)).ToArray();
            var all = odds.Sum();
            var right = odds.Where((_, i) => choices[c].Right[i]).Sum();
            for (var i = 0; i < odds.Length; i++)
            {
                var pull = (choices[c].Right[i] ? odds[i] / right : 0) - (odds[i] / all);
                foreach (var (at, value) in coded[c][i])
                    gradient[at] += choices[c].Weight * pull * value;
            }
        }

        return gradient;
    }
}
