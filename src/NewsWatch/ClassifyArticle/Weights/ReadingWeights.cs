namespace NewsWatch.ClassifyArticle.Weights;

/// <summary>
/// The weights of every question that is answered by weighing, a file <c>Weights/{name}.tsv</c> each. They are fitted to labelled articles
/// by <c>classify train</c> of the benchmarks (maximum likelihood with a penalty on large weights) and can be read and changed by hand.
/// </summary>
/// <param name="Parties">Who is party to what is mentioned.</param>
/// <param name="Type">Of which type it is.</param>
/// <param name="Primary">Which agreement comes first.</param>
/// <param name="NewsClaim">Which claim tells the stage of what is news.</param>
/// <param name="BackgroundClaim">Which claim tells the stage of what is told beside the news.</param>
/// <param name="News">Whether an agreement is news.</param>
/// <param name="Real">Whether the text speaks of this agreement at all, of this type and between these parties.</param>
/// <param name="Named">Whether the text names a real agreement at all.</param>
internal sealed record ReadingWeights(
    WeightTable Parties,
    WeightTable Type,
    WeightTable Primary,
    WeightTable NewsClaim,
    WeightTable BackgroundClaim,
    WeightTable News,
    WeightTable Real,
    WeightTable Named)
{
    /// <summary>Those that come with the program.</summary>
    public static ReadingWeights Shipped { get; } = new(
        Read("parties"), Read("type"), Read("primary"), Read("news-claim"), Read("background-claim"), Read("news"), Read("real"), Read("named"));

    private static WeightTable Read(string name)
    {
        var resource = $"NewsWatch.ClassifyArticle.Weights.{name}.tsv";
        using var stream = typeof(ReadingWeights).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks {resource}.");
        using var reader = new StreamReader(stream);
        return WeightTable.Read(reader);
    }
}
