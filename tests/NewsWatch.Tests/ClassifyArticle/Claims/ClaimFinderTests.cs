using System.Text.Json;
using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>What sentences claim, a row each of the files in <c>Sentences</c>: a line added there adds a test.</summary>
public sealed class ClaimFinderTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string, string, string, string?> Sentences()
    {
        var rows = new TheoryData<string, string, string, string, string?>();
        foreach (var file in Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
                if (JsonSerializer.Deserialize<Row>(line, Web) is { } row)
                    rows.Add(row.Lang, row.Why, row.Text, row.Claim, row.Open);
        return rows;
    }

    [SkippableTheory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_claims(string language, string why, string text, string claim, string? open)
    {
        var claims = new ClaimFinder(ReadTexts.Of(text, language)).Find().SelectMany(found => found).Select(found => found.Name).ToList();
        var holds = claims.Contains(claim);
        Skip.If(!holds && open is not null, $"{why}: open, {open}");
        Assert.True(holds, $"{why}: '{claim}' is wanted of {text}, read is {string.Join(", ", claims.DefaultIfEmpty("nothing"))}");
    }

    private static string Folder => Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "ClassifyArticle", "Claims", "Sentences");

    /// <param name="Lang">Its language.</param>
    /// <param name="Text">The sentence.</param>
    /// <param name="Act">What is done.</param>
    /// <param name="Manner">How that is said to be.</param>
    /// <param name="Why">What about the sentence is put to the test.</param>
    private sealed record Row(string Lang, string Text, string Act, string Manner, string Why)
    {
        /// <summary>The act it stands under; null for none.</summary>
        public string? Under { get; init; }

        /// <summary>Why it cannot be read yet; null where it is.</summary>
        public string? Open { get; init; }

        public string Claim => Under is null ? $"{Act} {Manner}" : $"{Under}({Act}) {Manner}";
    }
}
