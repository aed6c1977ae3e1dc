namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>The labelled texts that lie in the repository.</summary>
internal static class ShippedCases
{
    /// <summary>Those written to test with: every file of the folder, so that a case is added by adding a line or a file.</summary>
    public static IReadOnlyList<LabelledRecord> All { get; } = Read("tests", "NewsWatch.Tests", "ClassifyArticle", "Cases");

    /// <summary>Those the weights are fitted to.</summary>
    public static IReadOnlyList<LabelledRecord> Fitted { get; } = Read("tests", "NewsWatch.Benchmarks", "ClassifyArticle", "Articles");

    private static IReadOnlyList<LabelledRecord> Read(params string[] folder)
        => [.. Directory.GetFiles(Path.Combine([RepositoryFolder.Path, .. folder]), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(LabelledRecord.Read)];
}
