using System.Globalization;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>
/// Every <c>Golden/{name}.html</c> against <c>Golden/{name}.txt</c>: lines of <c>field: value</c>, and after an empty line the text,
/// a block a line. A page without a text is checked for its kind alone.
/// </summary>
public sealed class GoldenPagesTests
{
    private static readonly string Folder =
        Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "ExtractArticle", "Reading", "Golden");

    public static TheoryData<string> Pages()
        => [.. Directory.GetFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_reads_as_expected(string name)
    {
        var reading = PageReader.Read(
            File.ReadAllBytes(Path.Combine(Folder, name + ".html")), "text/html", new($"https://harbourpost.example/news/{name}"));
        var expected = File.ReadAllText(Path.Combine(Folder, name + ".txt")).ReplaceLineEndings("\n");
        var parted = expected.Split("\n\n", 2);

        foreach (var line in parted[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (field, value) = (line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            Assert.Equal((field, value), (field, Field(reading, field)));
        }
        if (parted.Length == 2)
            Assert.Equal(parted[1].TrimEnd('\n').Split('\n'), reading.Text.Split('\n'));
    }

    private static string? Field(PageReading reading, string field) => field switch
    {
        "kind" => reading.Kind.ToString(),
        "title" => reading.Title,
        "authors" => string.Join(", ", reading.Authors),
        "published" => reading.Published?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        "guess" => reading.PublishedIsGuess ? "yes" : "no",
        "modified" => reading.Modified?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        "site" => reading.Site,
        "section" => reading.Section,
        "language" => reading.Language,
        _ => throw new InvalidDataException($"{field} is no field of a golden page."),
    };
}
