namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>Texts that read like nothing but differ as articles do.</summary>
internal static class Prose
{
    private static readonly string[] Words =
    [
        "minister", "agreed", "harbour", "talks", "logistics", "supply", "treaty", "parliament", "vessel", "visit", "signed", "autumn", "spokesman",
        "capital", "forces", "training", "island", "budget", "review", "statement", "partners", "access", "fuel", "repair", "coast", "delegation",
    ];

    /// <summary>A text of <paramref name="words"/> words, another for each <paramref name="seed"/>, in paragraphs of forty.</summary>
    public static string Of(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join('\n', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]).Chunk(40).Select(chunk => string.Join(' ', chunk) + "."));
    }
}
