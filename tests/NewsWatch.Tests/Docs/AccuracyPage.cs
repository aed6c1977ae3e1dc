using System.Globalization;
using System.Text;
using NewsWatch.Tests.ClassifyArticle;

namespace NewsWatch.Tests.Docs;

/// <summary>Writes <c>docs/accuracy.md</c>: what the classifier gets right of the labelled texts in the repository.</summary>
internal static class AccuracyPage
{
    /// <summary>Fewer cases than this say nothing of a language by itself.</summary>
    private const int Enough = 10;

    private const string Beginning = """
        # Accuracy

        How often NewsWatch reads rightly, by the labelled texts that lie in this repository, as of this version. The page is written by

            NEWSWATCH_WRITE_DOCS=1 dotnet test tests/NewsWatch.Tests --filter FullyQualifiedName~AccuracyPageTests

        ## What is counted

        *Precision*: of the articles said to report an agreement, how many do. *Recall*: of those that do, how many are found. *Type*, *parties*, *stage*: of
        those that report one, how many times that of the newsworthy agreement is right; *all three*: how many times nothing of it is wrong. An article that
        is missed counts as wrong in each.

        ## The sets

        **Cases** (`tests/NewsWatch.Tests/ClassifyArticle/Cases`) are short texts written to test with: each construction that was once read wrongly, and its
        near misses. Rules are made to read them, so they say what holds and not how well news in general is read.

        **Articles** (`tests/NewsWatch.Benchmarks/ClassifyArticle/Articles`) are longer ones, written after events of the kind that press reports, in many
        languages. The weights are fitted to them: what is said of them below is the weights' own homework. What they find in articles whose events they
        never saw is told by

            dotnet run -c Release --project tests/NewsWatch.Benchmarks -- classify evaluate found.jsonl \
                tests/NewsWatch.Benchmarks/ClassifyArticle/Articles/*.jsonl tests/NewsWatch.Tests/ClassifyArticle/Cases/*.jsonl

        which fits them to four parts and reads the fifth, all articles on one pair of states in the same part; it prints whether a score means what it says, and
        writes every verdict.

        No real article is in the repository, for they are others' property. Measure on your own: `newswatch classify CORPUS.jsonl --output OUT.jsonl`
        reads records of `id`, `title` and `text`, and the desk's page *Accuracy* counts what your analysts decided, by type, language, source and rule.

        ## The figures

        In per cent.

        | set | texts | precision | recall | type | parties | stage | all three |
        |---|---|---|---|---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Beginning);
        Row(page, "cases", ShippedCases.All);
        Row(page, "articles, as fitted", ShippedCases.Fitted);
        page.Append("\nThe cases by language; those with fewer than ten together:\n\n");
        page.Append("| language | texts | precision | recall | type | parties | stage | all three |\n|---|---|---|---|---|---|---|---|\n");
        var languages = ShippedCases.All.GroupBy(record => record.Lang ?? "en").OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var language in languages.Where(group => group.Count() >= Enough))
            Row(page, language.Key, [.. language]);
        var few = languages.Where(group => group.Count() < Enough).ToList();
        Row(page, string.Join(' ', few.Select(group => group.Key)), [.. few.SelectMany(group => group)]);
        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, IReadOnlyList<LabelledRecord> records)
    {
        var score = Score.Of(records);
        double[] shares = [score.Precision, score.Recall, score.PrimaryType, score.PrimaryParties, score.PrimaryStage, score.PrimaryAll];
        page.Append(CultureInfo.InvariantCulture,
            $"| {name} | {records.Count} | {string.Join(" | ", shares.Select(share => (100 * share).ToString("0.0", CultureInfo.InvariantCulture)))} |\n");
    }
}
